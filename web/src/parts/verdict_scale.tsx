// Small drawn things that several views share: the hire scale and a level of four.
import type { Step } from '../records.ts';
import { words } from '../words.ts';

export function VerdictScale({ scale, current }: { scale: Step[]; current?: string }) {
  return (
    <ol class="scale" aria-label={words.report.scale}>
      {scale.map(({ id, name }) => (
        <li key={id} class={id === current ? 'scale-here' : ''} aria-current={id === current}>
          {name}
        </li>
      ))}
    </ol>
  );
}

export function LevelMeter({ level }: { level: number }) {
  return (
    <p class={`meter meter-${level}`}>
      <span class="bars" aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} class={step <= level ? 'bar bar-full' : 'bar'} />
        ))}
      </span>
      {words.report.level(level)}
    </p>
  );
}

export function MustHave({ yes }: { yes: boolean }) {
  return yes ? <span class="tag tag-must">{words.brief.mustHave}</span> : null;
}
