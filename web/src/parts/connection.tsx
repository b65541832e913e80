// Says when the connection is not there, and what can be done. The region is always mounted.
import type { LinkState } from '../socket.ts';
import { words } from '../words.ts';

interface Props {
  link: LinkState;
  everOpen: boolean;
  onReconnect: () => void;
}

const isAway = (link: LinkState, everOpen: boolean) =>
  link === 'lost' || (link === 'connecting' && everOpen);

export function Connection({ link, everOpen, onReconnect }: Props) {
  const away = isAway(link, everOpen);
  const replaced = link === 'replaced';
  return (
    <div role="status" class="connection">
      {link === 'connecting' && !everOpen && <p class="quiet">{words.connection.connecting}</p>}
      {(away || replaced) && (
        <div class="notice notice-warn">
          <p>{replaced ? words.connection.replaced : words.connection.lost}</p>
          <button type="button" class="button" onClick={onReconnect}>
            {replaced ? words.connection.here : words.connection.now}
          </button>
        </div>
      )}
    </div>
  );
}
