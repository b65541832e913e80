// Sits between the link, the drafts and the state: what happens when an interview begins, goes on,
// is left, and when time runs out. Touches no DOM.
import type { Drafts } from './draft.ts';
import { answerBytes, type CommandName, type StartRequest } from './protocol.ts';
import { Link, type LinkTools } from './socket.ts';
import { byteLength, wellFormed } from './spans.ts';
import {
  emptyPractice,
  isOver,
  isRunning,
  isWaiting,
  promptOf,
  reduce,
  type Action,
  type Played,
  type Practice,
} from './state.ts';
import { elapsedAt, untilHard } from './time.ts';

export interface Tools extends LinkTools {
  drafts: Drafts;
  nowMs(): number; // Never goes back.
  newId(): string;
}

export const draftPauseMs = 300;

export type AnswerFault = 'empty' | 'too_long';

// Why this text cannot be sent; null when it can.
export function faultOf(text: string): AnswerFault | null {
  if (text.trim() === '') return 'empty';
  return byteLength(wellFormed(text)) > answerBytes ? 'too_long' : null;
}

export class Conversation {
  practice: Practice = emptyPractice;
  readonly #link: Link;
  #callOffSave: (() => void) | null = null;
  #callOffHard: (() => void) | null = null;

  readonly #tools: Tools;
  readonly #changed: (practice: Practice) => void;

  constructor(tools: Tools, changed: (practice: Practice) => void) {
    this.#tools = tools;
    this.#changed = changed;
    const now = () => tools.nowMs();
    this.#link = new Link(tools, {
      onState: (link) => this.#onLink(() => this.#apply({ type: 'link', link, nowMs: now() })),
      onTurn: (turn) => this.#onTurn(() => this.#apply({ type: 'turn', turn, nowMs: now() })),
      onResumed: (frame) => this.#apply({ type: 'resumed', frame, nowMs: now() }),
      onRefused: (frame) => this.#apply({ type: 'refused', frame }),
      onUnsent: (unsent) => {
        this.#apply({ type: 'unsent', unsent });
        if (this.practice.session) tools.drafts.keepUnsent(this.practice.session, unsent);
      },
    });
  }

  begin(
    scenario: Played,
    choices: Omit<StartRequest, 'id' | 'scenario'>,
  ): void {
    this.#apply({ type: 'began', scenario });
    this.#link.begin({ id: this.#tools.newId(), scenario: scenario.id, ...choices });
  }

  enter(session: string): void {
    this.leave();
    const unsent = this.#tools.drafts.unsent(session);
    this.#apply({ type: 'entered', session, unsent });
    this.#link.resume(session, unsent);
  }

  leave(): void {
    this.saveDraft();
    this.#callOffHard?.();
    this.#link.leave();
    this.#apply({ type: 'left' });
  }

  type(draft: string): void {
    this.#apply({ type: 'typed', draft });
    this.#callOffSave?.();
    this.#callOffSave = this.#tools.after(draftPauseMs, () => this.saveDraft());
  }

  // Writes the draft now, as when the page goes away.
  saveDraft(): void {
    this.#callOffSave?.();
    this.#callOffSave = null;
    const { session, draft } = this.practice;
    const prompt = promptOf(this.practice);
    if (session && prompt) this.#tools.drafts.write(session, prompt.number, draft);
  }

  // Sends the draft; false when there is nothing to send or the last answer is still on its way.
  sendDraft(): boolean {
    const text = wellFormed(this.practice.draft);
    if (!promptOf(this.practice) || isWaiting(this.practice) || faultOf(text)) return false;
    this.#apply({ type: 'typed', draft: '' });
    this.#link.say({ kind: 'answer', id: this.#tools.newId(), text });
    this.saveDraft();
    return true;
  }

  // False when it cannot be said now. The draft of a question that is skipped goes with it.
  command(name: CommandName): boolean {
    if (!promptOf(this.practice) || isWaiting(this.practice)) return false;
    if (name === 'skip') this.#apply({ type: 'typed', draft: '' });
    this.#link.say({ kind: 'command', id: this.#tools.newId(), name });
    this.saveDraft();
    return true;
  }

  // Takes the session over from the other window, or tries again at once.
  reconnect(): void {
    const { session, link } = this.practice;
    if (link === 'replaced' && session) this.enter(session);
    else this.#link.wake();
  }

  networkLost(): void {
    this.#link.lose();
  }

  networkBack(): void {
    this.#link.wake();
  }

  #apply(action: Action): void {
    this.practice = reduce(this.practice, action);
    this.#changed(this.practice);
  }

  #onLink(apply: () => void): void {
    apply();
    if (this.practice.link === 'open') this.#restoreDraft();
    this.#watchHard();
  }

  // A draft that was not sent goes along to the next question.
  #onTurn(apply: () => void): void {
    const before = promptOf(this.practice)?.number;
    apply();
    const { session, draft } = this.practice;
    const after = promptOf(this.practice)?.number;
    if (session && before !== undefined && before !== after) {
      this.#tools.drafts.write(session, before, '');
      if (draft !== '') this.saveDraft();
    }
    if (isOver(this.practice)) this.#finish();
    this.#watchHard();
  }

  // Nothing more can be said: the connection and what was still on its way are let go.
  #finish(): void {
    if (this.practice.session) this.#tools.drafts.forget(this.practice.session);
    this.#apply({ type: 'unsent', unsent: [] });
    this.#link.leave();
  }

  #restoreDraft(): void {
    const { session, draft } = this.practice;
    const prompt = promptOf(this.practice);
    if (!session || !prompt || draft !== '') return;
    const kept = this.#tools.drafts.read(session, prompt.number);
    if (kept !== '') this.#apply({ type: 'typed', draft: kept });
  }

  // At the hard limit the draft goes by itself; the server waits a little longer for it.
  #watchHard(): void {
    this.#callOffHard?.();
    this.#callOffHard = null;
    const prompt = promptOf(this.practice);
    if (!prompt || !isRunning(this.practice)) return;
    const elapsed = elapsedAt(this.practice.clock, this.#tools.nowMs(), true);
    const left = untilHard(prompt, elapsed);
    if (left !== null) this.#callOffHard = this.#tools.after(left, () => this.sendDraft());
  }
}
