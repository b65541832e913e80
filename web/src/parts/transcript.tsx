// The conversation as a list: interviewer and candidate clearly apart.
import type { ComponentChildren } from 'preact';
import type { Entry } from '../entries.ts';
import type { Interviewer, Line } from '../protocol.ts';
import { words } from '../words.ts';
import { Logo } from './logo.tsx';

type Who = Interviewer | null;

// Says the role with the first words only.
export function Lines({ lines, who, first }: { lines: Line[]; who: Who; first: boolean }) {
  return (
    <>
      <p class="who">
        {who?.name ?? words.practice.interviewer}
        {who && first && <span class="role">, {who.role}</span>}
      </p>
      {lines.map((line, index) => (
        <p key={index} class={`line line-${line.kind}`}>
          {words.lineTags[line.kind] && <span class="tag">{words.lineTags[line.kind]}</span>}
          {line.text}
        </p>
      ))}
    </>
  );
}

export function Said({ children }: { children: ComponentChildren }) {
  return (
    <>
      <p class="who">{words.practice.you}</p>
      <p class="line">{children}</p>
    </>
  );
}

export function CurveballSign() {
  return (
    <p class="sign">
      <Logo />
      <strong>{words.curveball.title}</strong> <span>{words.curveball.body}</span>
    </p>
  );
}

const classes = {
  said: 'entry mine',
  note: 'entry note',
  curveball: 'entry',
  lines: 'entry theirs',
};

interface ItemProps {
  entry: Entry;
  who: Who;
  children?: ComponentChildren;
}

export function EntryItem({ entry, who, children }: ItemProps) {
  return (
    <li class={classes[entry.kind]} data-seq={entry.seq}>
      {entry.kind === 'said' && <Said>{children ?? entry.text}</Said>}
      {entry.kind === 'note' && <p>{words.notes[entry.note]}</p>}
      {entry.kind === 'curveball' && <CurveballSign />}
      {entry.kind === 'lines' && (
        <Lines lines={entry.lines} who={who} first={entry.seq === 1} />
      )}
    </li>
  );
}

interface Props {
  label: string;
  entries: Entry[];
  who: Who;
  live: boolean; // False while a whole history comes in: it is not to be read aloud.
  item?: (entry: Entry) => ComponentChildren; // How an entry is shown; left out: as it is.
  children?: ComponentChildren;
}

// The log stands before its content, so that each addition is announced, once.
export function Transcript({ label, entries, who, live, item, children }: Props) {
  return (
    <div role="log" aria-label={label} aria-live={live ? 'polite' : 'off'} class="log">
      <ol class="entries">
        {entries.map(
          (entry) => item?.(entry) ?? <EntryItem key={entry.key} entry={entry} who={who} />,
        )}
        {children}
      </ol>
    </div>
  );
}
