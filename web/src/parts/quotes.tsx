// The candidate's own words beside a criterion or a red flag; choosing one shows it in place.
import { creditOf, excerptOf, quoteId, takenFor, type Evidence, type Lit } from '../evidence.ts';
import type { Turn } from '../protocol.ts';
import { words } from '../words.ts';

export interface CardTools {
  lit: Lit;
  events: Turn[];
  evidence: Evidence[];
  onShow: (owner: string) => void;
  onQuote: (evidence: Evidence) => void;
}

type Props = CardTools & { owner: string };

export function answerOf(events: Turn[], seq: number): string {
  const input = events.find((event) => event.seq === seq)?.body.input;
  return input?.kind === 'answer' ? input.text : '';
}

export function QuoteList({ owner, events, evidence, lit, onQuote }: Props) {
  const own = evidence.filter((item) => item.owner === owner);
  if (own.length === 0) return <p class="quiet small">{words.report.noWords}</p>;
  return (
    <ul class="quotes">
      {own.map((item) => (
        <li key={item.key}>
          <button
            type="button"
            id={quoteId(item)}
            class="quote"
            aria-pressed={lit.chosen?.key === item.key}
            onClick={() => onQuote(item)}
          >
            <q>
              {excerptOf(answerOf(events, item.quote.seq), item.quote).map(({ text, kind }) =>
                kind === 'hit' ? <b>{text}</b> : kind === 'gap' ? <mark>{text}</mark> : text,
              )}
            </q>
            <span class="quiet small">
              {item.quote.name}
              {!item.flag && ` · ${words.report.credit[creditOf(item.quote)]}`}
              {takenFor(answerOf(events, item.quote.seq), item.quote).map(
                ({ written, word }) => ` · ${words.report.readAs(written, word)}`,
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function ShowWords({ owner, about, evidence, lit, onShow }: Props & { about: string }) {
  const count = evidence.filter((item) => item.owner === owner).length;
  if (count === 0) return null;
  return (
    <button
      type="button"
      class="button"
      aria-pressed={lit.owner === owner}
      aria-describedby={about}
      onClick={() => onShow(owner)}
    >
      {words.report.showWords(count)}
    </button>
  );
}
