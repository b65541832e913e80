// One criterion of the report: level, anchor, rule, next condition, and the words that count.
import type { CriterionReport } from '../records.ts';
import { words } from '../words.ts';
import { Anchors } from './anchors.tsx';
import { QuoteList, ShowWords, type CardTools } from './quotes.tsx';
import { Receipt } from './receipt.tsx';
import { LevelMeter, MustHave } from './verdict_scale.tsx';

type Props = CardTools & { criterion: CriterionReport };

export function CriterionCard({ criterion, ...tools }: Props) {
  const { id, name, level, anchor, anchors, rule, next_condition, must_have } = criterion;
  const limit = criterion.limit === null ? undefined : words.report.limits[criterion.limit];
  return (
    <article
      class={tools.lit.owner === id ? 'criterion criterion-lit' : 'criterion'}
      id={`c-${id}`}
    >
      <header>
        <h3 id={`cn-${id}`} tabIndex={-1}>
          {name} <MustHave yes={must_have} />
        </h3>
        <LevelMeter level={level} />
      </header>
      <p class="anchor">{anchor}</p>
      <dl class="reasons">
        <div>
          <dt>{words.report.why}</dt>
          <dd>
            {rule} {limit?.(criterion.uncapped_level)}
          </dd>
        </div>
        {next_condition !== null && level < 4 && (
          <div>
            <dt>{words.report.next}</dt>
            <dd>{next_condition}</dd>
          </div>
        )}
      </dl>
      <QuoteList owner={id} {...tools} />
      <div class="criterion-foot">
        <ShowWords owner={id} about={`cn-${id}`} {...tools} />
        <Receipt criterion={criterion} events={tools.events} />
        <details class="fold small">
          <summary>{words.report.anchors}</summary>
          <Anchors anchors={anchors} reached={level} />
        </details>
      </div>
    </article>
  );
}
