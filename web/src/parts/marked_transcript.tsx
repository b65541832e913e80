// The transcript of the report: evidence is highlighted, a highlighted phrase says what it counts
// for, and each ask that was attempted has sample answers to compare with.
import { Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import { entriesOf } from '../entries.ts';
import {
  creditOf,
  markedAnswer,
  quoteId,
  type Evidence,
  type Lit,
  type Stretch,
} from '../evidence.ts';
import type { Interviewer, Turn } from '../protocol.ts';
import type { AskReport, Report } from '../records.ts';
import { words } from '../words.ts';
import { Corrections } from './corrections.tsx';
import { AnswerNotes, MaskedWords } from './masked.tsx';
import { Paragraphs } from './paragraphs.tsx';
import { EntryItem } from './transcript.tsx';

interface Props {
  report: Report;
  events: Turn[];
  who: Interviewer | null;
  evidence: Evidence[];
  lit: Lit;
  onChoose: (evidence: Evidence | null) => void;
}

export function MarkedTranscript({ report, events, who, evidence, lit, onChoose }: Props) {
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
            <EntryItem entry={entry} who={who}>
              {entry.kind === 'said' &&
                markedAnswer(entry.text, entry.seq, evidence, report.masked).map(
                  (stretch, index) => (
                    <StretchText key={index} stretch={stretch} lit={lit} onChoose={onChoose} />
                  ),
                )}
            </EntryItem>
            {entry.kind === 'said' && <AnswerNotes notes={report.notes} seq={entry.seq} />}
            {entry.kind === 'said' && <Corrections flags={report.flags} seq={entry.seq} />}
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
    if (lit.chosen) {
      goBack(lit.chosen);
      return;
    }
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

interface StretchProps {
  stretch: Stretch;
  lit: Lit;
  onChoose: (evidence: Evidence) => void;
}

// With several quotes on the same words, choosing again goes to the next of them.
function nextOf(all: Evidence[], lit: Lit): Evidence | undefined {
  const at = all.findIndex(({ key }) => key === lit.chosen?.key);
  const own = all.findIndex(({ owner }) => owner === lit.owner);
  return at >= 0 ? all[(at + 1) % all.length] : all[Math.max(0, own)];
}

const isLit = (lit: Lit, { owner }: Evidence) => lit.owner === null || lit.owner === owner;

function markClass(of: Evidence[], lit: Lit): string {
  const names = ['mark'];
  if (of.every(({ flag }) => flag)) names.push('mark-flag');
  if (!of.some((item) => isLit(lit, item))) names.push('mark-dim');
  if (of.some(({ key }) => key === lit.chosen?.key)) names.push('mark-chosen');
  return names.join(' ');
}

// Back to the quote beside its criterion.
function goBack(evidence: Evidence): void {
  const quote = document.getElementById(quoteId(evidence));
  quote?.scrollIntoView({ block: 'center' });
  quote?.focus({ preventScroll: true });
}

const StretchText = (props: StretchProps) => (
  <MaskedWords masked={props.stretch.masked}>
    <EvidenceText {...props} />
  </MaskedWords>
);

// A <mark>, because unlike a button it breaks across lines like the text it is. The keyboard stops
// where evidence begins; a stretch in which none begins belongs to one that did.
function EvidenceText({ stretch, lit, onChoose }: StretchProps) {
  const { of, begins } = stretch;
  const text = stretch.words.map((word) =>
    word.of.some((item) => isLit(lit, item)) ? <b>{word.text}</b> : word.text,
  );
  if (of.length === 0) return <>{text}</>;
  const choose = (among: Evidence[]) => {
    const next = nextOf(among, lit);
    if (next) onChoose(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && lit.chosen) goBack(lit.chosen);
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose(begins);
  };
  return (
    <mark
      class={markClass(of, lit)}
      {...(begins.length > 0 && { role: 'button', tabIndex: 0, onKeyDown })}
      title={[...new Set(of.map(({ ownerName }) => ownerName))].join(', ')}
      data-owners={of.map(({ owner }) => owner).join(' ')}
      data-begins={begins.map(({ key }) => key).join(' ')}
      onClick={() => choose(of)}
    >
      {text}
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
