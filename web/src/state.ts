// What the practice screen knows, and how it changes. Pure.
import type { LinkState } from './socket.ts';
import type { Interviewer, Prompt, Refused, Resumed, Said, Turn } from './protocol.ts';
import { elapsedAt, type Clock } from './time.ts';

export interface Played {
  id: string;
  title: string;
  interviewer: Interviewer | null;
}

export interface Practice {
  session: string | null;
  scenario: Played | null;
  link: LinkState;
  everOpen: boolean; // Distinguishes "connecting" from "lost and trying again".
  turns: Turn[]; // In order of seq, without a gap.
  settledSeq: number; // Turns up to here were told while catching up, not live.
  unsent: readonly Said[];
  draft: string;
  clock: Clock;
  refusal: { code: string; message: string } | null;
}

export const emptyPractice: Practice = {
  session: null,
  scenario: null,
  link: 'idle',
  everOpen: false,
  turns: [],
  settledSeq: 0,
  unsent: [],
  draft: '',
  clock: { elapsedMs: 0, atMs: 0 },
  refusal: null,
};

export type Action =
  | { type: 'began'; scenario: Played }
  | { type: 'entered'; session: string; unsent: readonly Said[] }
  | { type: 'left' }
  | { type: 'link'; link: LinkState; nowMs: number }
  | { type: 'turn'; turn: Turn; nowMs: number }
  | { type: 'resumed'; frame: Resumed; nowMs: number }
  | { type: 'refused'; frame: Refused }
  | { type: 'unsent'; unsent: readonly Said[] }
  | { type: 'typed'; draft: string };

export const lastTurn = (practice: Practice): Turn | undefined => practice.turns.at(-1);

export const promptOf = (practice: Practice): Prompt | null =>
  lastTurn(practice)?.body.prompt ?? null;

// Questions asked so far; a follow-up or a repetition belongs to its question.
export const questionNumber = (turns: readonly Turn[]) =>
  turns.filter(({ body }) => body.prompt !== null && body.lines.some(({ kind }) => kind === 'ask'))
    .length;

export const isOver = (practice: Practice) => lastTurn(practice)?.body.status === 'over';

export const isRunning = (practice: Practice) => practice.link === 'open' && !isOver(practice);

// One answer at a time: the next question is not known before this one is confirmed.
export const isWaiting = (practice: Practice) => practice.unsent.length > 0;

export function reduce(practice: Practice, action: Action): Practice {
  switch (action.type) {
    case 'began':
      return { ...emptyPractice, scenario: action.scenario };
    case 'entered':
      return { ...emptyPractice, session: action.session, unsent: action.unsent };
    case 'left':
      return emptyPractice;
    case 'link':
      return withLink(practice, action.link, action.nowMs);
    case 'turn':
      return withTurn(practice, action.turn, action.nowMs);
    case 'resumed':
      return withResumed(practice, action.frame, action.nowMs);
    case 'refused':
      return withRefusal(practice, action.frame);
    case 'unsent':
      return { ...practice, unsent: action.unsent };
    case 'typed':
      return { ...practice, draft: action.draft, refusal: null };
  }
}

// The clock stands still while nobody is attached.
function withLink(practice: Practice, link: LinkState, nowMs: number): Practice {
  const elapsedMs = elapsedAt(practice.clock, nowMs, isRunning(practice));
  const everOpen = practice.everOpen || link === 'open';
  return { ...practice, link, everOpen, clock: { elapsedMs, atMs: nowMs } };
}

function withTurn(practice: Practice, turn: Turn, nowMs: number): Practice {
  const expected = (lastTurn(practice)?.seq ?? 0) + 1;
  if (turn.seq !== expected) return practice;
  const live = turn.seq > practice.settledSeq;
  return {
    ...practice,
    session: turn.session,
    turns: [...practice.turns, turn],
    clock: live ? { elapsedMs: turn.body.elapsed_ms, atMs: nowMs } : practice.clock,
    refusal: null,
  };
}

function withResumed(practice: Practice, frame: Resumed, nowMs: number): Practice {
  const { scenario, last_seq, elapsed_ms } = frame.body;
  const { id, title, interviewer } = scenario;
  return {
    ...practice,
    scenario: { id, title, interviewer },
    settledSeq: Math.max(practice.settledSeq, last_seq),
    clock: { elapsedMs: elapsed_ms, atMs: nowMs },
  };
}

// A refused answer goes back into the box: nothing that was typed is lost. It arrives while the
// answer is still among the unsent ones.
function withRefusal(practice: Practice, frame: Refused): Practice {
  const { code, message, id } = frame.body;
  const given = practice.unsent.find((said) => said.id === id);
  const returned = given?.kind === 'answer' ? given.text : '';
  const draft = [returned, practice.draft].filter((part) => part !== '').join('\n');
  return { ...practice, draft, refusal: { code, message } };
}
