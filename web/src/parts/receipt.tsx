// How a criterion's coverage adds up: the words, the rule they met, and what each counts.
import { wordsOf } from '../receipt.ts';
import type { Turn } from '../protocol.ts';
import type { CriterionReport } from '../records.ts';
import { reportWords as words } from '../report_words.ts';
import { answerOf } from './quotes.tsx';

export function Receipt({ criterion, events }: { criterion: CriterionReport; events: Turn[] }) {
  const { quotes, k, coverage_pm, level, uncapped_level } = criterion;
  if (quotes.length === 0) return null;
  return (
    <details class="fold small">
      <summary>{words.receipt}</summary>
      <p class="quiet">
        {words.receiptLead(k, words.percent(coverage_pm))}{' '}
        {level < uncapped_level && words.heldAt(level, uncapped_level)}
      </p>
      <table class="sheet-table">
        <thead>
          <tr>
            {Object.values(words.columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {quotes.map((quote) => (
            <tr key={`${quote.seq}.${quote.concept}`}>
              <td>
                {wordsOf(answerOf(events, quote.seq), quote).map(({ text, kind }, index) => (
                  <span key={index}>
                    {text} <span class="quiet">({words.kind(kind)})</span>{' '}
                  </span>
                ))}
              </td>
              <td>
                {quote.name}
                {quote.rule !== null && <span class="code rule">{quote.rule}</span>}
              </td>
              <td>{words.percent(quote.credit_pm)}</td>
              <td>{words.counts(quote.counts_pm, k)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
