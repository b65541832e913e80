// Words of an answer that gave no evidence: grey, dashed, and with the reason behind them.
import type { ComponentChildren } from 'preact';
import type { Masked, Report } from '../records.ts';

interface Props {
  masked: Masked | null;
  children: ComponentChildren;
}

export const MaskedWords = ({ masked, children }: Props) =>
  masked ? (
    <>
      <span class="masked">{children}</span> <i class="quiet small">[{masked.why}]</i>
    </>
  ) : (
    <>{children}</>
  );

// Below an answer: what to do about it as a whole.
export const AnswerNotes = ({ notes, seq }: { notes: Report['notes']; seq: number }) => (
  <>
    {notes
      .filter((note) => note.seq === seq)
      .map(({ text }) => (
        <li key={text} class="entry note">
          <p>{text}</p>
        </li>
      ))}
  </>
);
