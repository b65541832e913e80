// Views that few visits need: their script is fetched when they are opened first.
import type { ComponentType } from 'preact';
import { RestFault } from '../rest.ts';
import { words } from '../words.ts';
import { Loaded, useLoad } from './load.tsx';

// `load` imports the view; a script that does not arrive is a server that does not answer.
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const fetchView = () =>
    load().catch(() => {
      throw new RestFault('offline', words.reload);
    });
  return function Lazy(props: Props) {
    const [loaded, retry] = useLoad(fetchView, []);
    return (
      <Loaded from={loaded} retry={retry}>
        {(View) => <View {...props} />}
      </Loaded>
    );
  };
}
