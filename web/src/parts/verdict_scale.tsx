// Small drawn things that several views share: the hire scale and a level of four.
import type { Step } from '../records.ts';
import { words } from '../words.ts';

function Bars({ level, of = 4 }: { level: number; of?: number }) {
  return (
    <span class="bars" aria-hidden="true">
      {Array.from({ length: of }, (_, step) => (
        <span key={step} class={step < level ? 'bar bar-full' : 'bar'} />
      ))}
    </span>
  );
}

// `scale` comes best first; it is drawn like a level, from the lowest step up.
export function VerdictScale({ scale, current }: { scale: Step[]; current?: string }) {
  return (
    <ol class="scale" aria-label={words.report.scale}>
      {[...scale].reverse().map(({ id, name }, index) => (
        <li
          key={id}
          class={`step-${id} ${id === current ? 'scale-here' : ''}`}
          aria-current={id === current}
        >
          <Bars level={index + 1} of={scale.length} />
          {name}
        </li>
      ))}
    </ol>
  );
}

export function LevelMeter({ level }: { level: number }) {
  return (
    <p class={`meter meter-${level}`}>
      <Bars level={level} />
      {words.report.level(level)}
    </p>
  );
}

export function MustHave({ yes }: { yes: boolean }) {
  return yes ? <span class="tag tag-must">{words.brief.mustHave}</span> : null;
}
