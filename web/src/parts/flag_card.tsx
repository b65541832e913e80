// One red flag: what was said, what it held down, and what would put it right.
import type { CriterionReport, FlagReport } from '../records.ts';
import { words } from '../words.ts';
import { QuoteList, ShowWords, type CardTools } from './quotes.tsx';

type Props = CardTools & { flag: FlagReport; owner: string; criteria: CriterionReport[] };

export function FlagCard({ flag, owner, criteria, ...tools }: Props) {
  const capped = criteria.filter(({ id }) => flag.capped.includes(id)).map(({ name }) => name);
  const lit = tools.lit.owner === owner;
  return (
    <article class={lit ? 'criterion flag criterion-lit' : 'criterion flag'} id={`c-${owner}`}>
      <header>
        <h3 id={`cn-${owner}`} tabIndex={-1}>
          {flag.name}
        </h3>
      </header>
      {flag.correction !== null && <p class="anchor">{flag.correction}</p>}
      <p class="quiet small">
        {capped.length > 0 ? words.report.capped(capped.join(', ')) : words.report.cappedNone}
      </p>
      <QuoteList owner={owner} {...tools} />
      <div class="criterion-foot">
        <ShowWords owner={owner} about={`cn-${owner}`} {...tools} />
      </div>
    </article>
  );
}
