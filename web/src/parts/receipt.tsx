// How a criterion's coverage adds up: the words, the rule they met, and what each counts.
import { wordsOf } from '../receipt.ts';
import type { Turn } from '../protocol.ts';
import type { CriterionReport } from '../records.ts';
import { reportWords as words } from '../report_words.ts';
import { answerOf } from './quotes.tsx';

export function Receipt({ criterion, events }: { criterion: CriterionReport; events: Turn[] }) {
  const { quotes, k, coverage_pm } = criterion;
  if (quotes.length === 0) return null;
  return (
    <details class="fold small">
      <summary>{words.receipt}</summary>
      <p class="quiet">{words.receiptLead(k, coverage_pm)}</p>
      <ul class="lift-list">
        {quotes.map((quote) => (
          <li key={`${quote.seq}.${quote.concept}`}>
            <b>{words.counts(quote.counts_pm, k)}</b> {quote.name}
            <p class="quiet">{wordsOf(answerOf(events, quote.seq), quote)}</p>
            <p class="code">{quote.rule}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
