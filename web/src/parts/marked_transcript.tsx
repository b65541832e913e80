// The transcript of the report: evidence is highlighted, a highlighted phrase says what it counts
// for, and each ask that was attempted has sample answers to compare with.
import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import { entriesOf } from '../entries.ts';
import { creditOf, markedAnswer, type Evidence, type Lit } from '../evidence.ts';
import type { Turn } from '../protocol.ts';
import type { AskReport, Report } from '../records.ts';
import type { Piece } from '../spans.ts';
import { words } from '../words.ts';
import { Paragraphs } from './paragraphs.tsx';
import { EntryItem } from './transcript.tsx';

interface Props {
  report: Report;
  events: Turn[];
  evidence: Evidence[];
  lit: Lit;
  onChoose: (evidence: Evidence | null) => void;
}

export function MarkedTranscript({ report, events, evidence, lit, onChoose }: Props) {
  const entries = useMemo(() => entriesOf(events), [events]);
  return (
    <>
      <header class="side-head">
        <h2 id="transcript">{words.report.transcript}</h2>
        <p class="quiet small">{words.report.transcriptLead}</p>
        <div role="status" class="said-for">
          <CountsFor lit={lit} evidence={evidence} />
        </div>
        {lit.owner !== null && (
          <button type="button" class="button button-quiet" onClick={() => onChoose(null)}>
            {words.report.clear}
          </button>
        )}
      </header>
      <ol class="entries">
        {entries.map((entry) => (
          <Fragment key={entry.key}>
            <EntryItem entry={entry}>
              {entry.kind === 'said' &&
                markedAnswer(entry.text, entry.seq, evidence).map((piece, index) => (
                  <PieceText key={index} piece={piece} lit={lit} onChoose={onChoose} />
                ))}
            </EntryItem>
            {entry.kind === 'said' && <Samples asks={asksEndingAt(report, entry.seq)} />}
          </Fragment>
        ))}
      </ol>
    </>
  );
}

const asksEndingAt = (report: Report, seq: number) =>
  report.asks.filter(({ answers, samples }) => answers.at(-1) === seq && samples.length > 0);

// Names what is lit, and leads back to its card.
function CountsFor({ lit, evidence }: Pick<Props, 'lit' | 'evidence'>) {
  const first = lit.chosen ?? evidence.find((item) => item.owner === lit.owner);
  if (!first) return null;
  const { owner, ownerName, quote, flag } = first;
  const name = lit.chosen ? words.report.countsFor(ownerName, quote.name) : ownerName;
  const focusCard = () => {
    const heading = document.getElementById(`cn-${owner}`);
    heading?.scrollIntoView({ block: 'center' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <p>
      <button type="button" class="link" onClick={focusCard}>
        {flag ? words.report.isFlag(ownerName) : name}
      </button>
      {lit.chosen && !flag && (
        <span class="quiet small"> {words.report.credit[creditOf(quote)]}</span>
      )}
    </p>
  );
}

interface PieceProps {
  piece: Piece<Evidence>;
  lit: Lit;
  onChoose: (evidence: Evidence) => void;
}

// With several quotes on the same words, choosing again goes to the next of them.
function nextOf(all: Evidence[], lit: Lit): Evidence | undefined {
  const at = all.findIndex(({ key }) => key === lit.chosen?.key);
  const own = all.findIndex(({ owner }) => owner === lit.owner);
  return at >= 0 ? all[(at + 1) % all.length] : all[Math.max(0, own)];
}

function markClass({ of }: Piece<Evidence>, lit: Lit): string {
  const names = ['mark'];
  if (of.every(({ flag }) => flag)) names.push('mark-flag');
  if (lit.owner !== null && !of.some(({ owner }) => owner === lit.owner)) names.push('mark-dim');
  if (of.some(({ key }) => key === lit.chosen?.key)) names.push('mark-chosen');
  return names.join(' ');
}

// A <mark>, because unlike a button it breaks across lines like the text it is.
function PieceText({ piece, lit, onChoose }: PieceProps) {
  if (piece.of.length === 0) return <>{piece.text}</>;
  const choose = () => {
    const next = nextOf(piece.of, lit);
    if (next) onChoose(next);
  };
  return (
    <mark
      class={markClass(piece, lit)}
      role="button"
      tabIndex={0}
      title={[...new Set(piece.of.map(({ ownerName }) => ownerName))].join(', ')}
      data-owners={piece.of.map(({ owner }) => owner).join(' ')}
      data-keys={piece.of.map(({ key }) => key).join(' ')}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose();
      }}
    >
      {piece.text}
    </mark>
  );
}

function Samples({ asks }: { asks: AskReport[] }) {
  return (
    <>
      {asks.map(({ turn, question, samples }) => (
        <li key={turn} class="entry samples">
          <details class="fold">
            <summary>{words.report.samples}</summary>
            <p class="quiet small">{question}</p>
            {samples.map(({ id, grade, text }) => (
              <section key={id} class={`sample sample-${grade}`}>
                <h3>{words.report.grades[grade] ?? grade}</h3>
                <Paragraphs text={text} />
              </section>
            ))}
          </details>
        </li>
      ))}
    </>
  );
}
