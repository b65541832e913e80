// The four worded levels of a criterion.
import { words } from '../words.ts';

export function Anchors({ anchors, reached }: { anchors: string[]; reached?: number }) {
  return (
    <dl class="anchors">
      {anchors.map((anchor, index) => (
        <div key={index} class={index + 1 === reached ? 'anchor-here' : ''}>
          <dt>{words.brief.level(index + 1)}</dt>
          <dd>{anchor}</dd>
        </div>
      ))}
    </dl>
  );
}
