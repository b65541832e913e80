// What a transcript shows of each recorded event, in order. Pure.
import type { CommandName, Line, Turn } from './protocol.ts';

export type Entry =
  | { kind: 'said'; key: string; seq: number; text: string }
  | { kind: 'note'; key: string; seq: number; note: CommandName | 'hard' }
  | { kind: 'curveball'; key: string; seq: number }
  | { kind: 'lines'; key: string; seq: number; lines: Line[] };

function inputEntry({ seq, body }: Turn): Entry[] {
  const { input } = body;
  const key = `${seq}.in`;
  if (input.kind === 'answer') return [{ kind: 'said', key, seq, text: input.text }];
  if (input.kind === 'command') return [{ kind: 'note', key, seq, note: input.name }];
  const timeIsUp = input.kind === 'timer' && input.name === 'hard';
  return timeIsUp ? [{ kind: 'note', key, seq, note: 'hard' }] : [];
}

function replyEntries({ seq, body }: Turn): Entry[] {
  const entries: Entry[] = [];
  if (body.curveball !== null) entries.push({ kind: 'curveball', key: `${seq}.curveball`, seq });
  if (body.lines.length > 0)
    entries.push({ kind: 'lines', key: `${seq}.out`, seq, lines: body.lines });
  return entries;
}

// `withLastReply` false leaves out what the interviewer did in the last event.
export function entriesOf(turns: readonly Turn[], withLastReply = true): Entry[] {
  const last = turns.at(-1);
  return turns.flatMap((turn) => [
    ...inputEntry(turn),
    ...(turn !== last || withLastReply ? replyEntries(turn) : []),
  ]);
}
