// A recorded interview as steps, and which of them are visible at a moment. Pure.
import type { Turn } from './protocol.ts';

// `part` says which half of an event a step shows: what came in, or what the interviewer did.
export interface ReplayStep {
  seq: number;
  part: 'input' | 'reply';
  atMs: number; // On the interview's clock.
}
export interface Chapter {
  step: number; // Where the question is put.
  question: string;
}
export interface Shown {
  turns: Turn[];
  withReply: boolean; // False: of the last turn only what came in is shown.
}

export const speeds = [1, 2, 4, 8] as const;
export type Speed = (typeof speeds)[number];

const hasInput = (turn: Turn) =>
  turn.body.input.kind === 'answer' || turn.body.input.kind === 'command';
const hasReply = (turn: Turn) => turn.body.lines.length > 0 || turn.body.curveball !== null;

export function stepsOf(turns: readonly Turn[]): ReplayStep[] {
  return turns.flatMap((turn) => {
    const step = { seq: turn.seq, atMs: turn.body.elapsed_ms };
    const halves: ReplayStep[] = [];
    if (hasInput(turn)) halves.push({ ...step, part: 'input' });
    if (hasReply(turn)) halves.push({ ...step, part: 'reply' });
    return halves;
  });
}

export function chaptersOf(turns: readonly Turn[]): Chapter[] {
  const steps = stepsOf(turns);
  return turns.flatMap((turn) => {
    const ask = turn.body.lines.find((line) => line.kind === 'ask');
    const step = steps.findIndex(({ seq, part }) => seq === turn.seq && part === 'reply');
    return ask ? [{ step, question: ask.text }] : [];
  });
}

// The chapter that step `index` belongs to: the last one put at or before it.
export const chapterAt = (chapters: readonly Chapter[], index: number) =>
  Math.max(0, chapters.filter((chapter) => chapter.step <= index).length - 1);

export function shownAt(
  turns: readonly Turn[],
  steps: readonly ReplayStep[],
  index: number,
): Shown {
  const step = steps[index];
  if (!step) return { turns: [], withReply: true };
  return {
    turns: turns.filter((turn) => turn.seq <= step.seq),
    withReply: step.part === 'reply',
  };
}

export const clamp = (index: number, steps: readonly ReplayStep[]) =>
  Math.min(Math.max(index, 0), Math.max(0, steps.length - 1));

// The last step that has happened at `clockMs`; the first one is always visible.
export function stepAtTime(steps: readonly ReplayStep[], clockMs: number): number {
  return clamp(steps.filter((step) => step.atMs <= clockMs).length - 1, steps);
}

export type Key = 'back' | 'forward' | 'first' | 'last' | 'toggle';

// What a key of the replay screen means; null: nothing.
export function keyOf(key: string): Key | null {
  switch (key) {
    case 'ArrowLeft':
      return 'back';
    case 'ArrowRight':
      return 'forward';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case ' ':
      return 'toggle';
    default:
      return null;
  }
}

export function stepAfterKey(
  key: Exclude<Key, 'toggle'>,
  index: number,
  steps: readonly ReplayStep[],
) {
  const target = { back: index - 1, forward: index + 1, first: 0, last: steps.length - 1 }[key];
  return clamp(target, steps);
}
