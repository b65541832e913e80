// One interview over a WebSocket that may come and go: resumes where it was, sends again what was
// not confirmed, waits with growing, jittered pauses. Touches no DOM; the socket and the timers
// come as arguments.
import {
  closedByNewer,
  closedByRate,
  parse,
  resumeFrame,
  saidFrame,
  startFrame,
  type Resumed,
  type Refused,
  type Said,
  type ServerFrame,
  type StartRequest,
  type Turn,
} from './protocol.ts';

export interface SocketLike {
  send(data: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
}

export interface LinkTools {
  open(): SocketLike;
  after(ms: number, run: () => void): () => void; // Returns what calls it off.
  random(): number; // 0 <= x < 1
}

export type LinkState = 'idle' | 'connecting' | 'open' | 'lost' | 'replaced';

// What the link tells: each turn once and in order, whatever the network did.
export interface LinkEars {
  onState(state: LinkState): void;
  onTurn(turn: Turn): void;
  onResumed(frame: Resumed): void;
  onRefused(frame: Refused): void;
  onUnsent(unsent: readonly Said[]): void;
}

export const firstPauseMs = 500;
export const longestPauseMs = 15_000;
export const ratePauseMs = 5_000;
// A request without any answer for so long means that the connection is dead.
export const answerWaitMs = 10_000;

// Half of the pause is fixed and half drawn, so that many clients do not come back at once.
export function pauseMs(attempt: number, random: number): number {
  const full = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempt, 16));
  return full / 2 + (full / 2) * random;
}

const neverTaken = new Set([
  'empty_answer',
  'answer_too_long',
  'not_utf8',
  'bad_message',
  'id_taken',
  'no_hint_left',
  'already_over',
  'too_many_events',
]);

export class Link {
  #socket: SocketLike | null = null;
  #session: string | null = null;
  #request: StartRequest | null = null;
  #unsent: Said[] = [];
  #lastSeq = 0;
  #awaited: number | null = null; // Last seq of the catching up that is under way.
  #attempt = 0;
  #wanted = false;
  #callOffRetry: (() => void) | null = null;
  #callOffWait: (() => void) | null = null;

  readonly #tools: LinkTools;
  readonly #ears: LinkEars;

  constructor(tools: LinkTools, ears: LinkEars) {
    this.#tools = tools;
    this.#ears = ears;
  }

  begin(request: StartRequest): void {
    this.#reset(null, []);
    this.#request = request;
    this.#connect();
  }

  resume(session: string, unsent: readonly Said[]): void {
    this.#reset(session, unsent);
    this.#connect();
  }

  // Kept until a turn with its id has come, however often the connection breaks.
  say(said: Said): void {
    this.#unsent.push(said);
    this.#tellUnsent();
    if (this.#isCurrent()) this.#transmit(said);
  }

  // The network is back, or the candidate asks: try now instead of waiting.
  wake(): void {
    if (!this.#wanted || this.#socket) return;
    this.#callOffRetry?.();
    this.#connect();
  }

  // The network is known to be gone: do not wait for the socket to notice.
  lose(): void {
    if (this.#socket) this.#lost(this.#socket, 1006);
  }

  // Lets go on purpose; the interview's clock stops.
  leave(): void {
    this.#reset(null, []);
    this.#ears.onState('idle');
  }

  #reset(session: string | null, unsent: readonly Said[]): void {
    this.#wanted = false;
    this.#drop();
    this.#session = session;
    this.#request = null;
    this.#unsent = [...unsent];
    this.#lastSeq = 0;
    this.#attempt = 0;
  }

  #isCurrent(): boolean {
    return (
      this.#socket !== null && this.#session !== null && this.#lastSeq > 0 && this.#awaited === null
    );
  }

  #connect(): void {
    this.#wanted = true;
    this.#callOffRetry = null;
    this.#ears.onState('connecting');
    const socket = this.#tools.open();
    this.#socket = socket;
    socket.onopen = () => this.#greet();
    socket.onmessage = (event) => this.#hear(event.data);
    socket.onclose = (event) => this.#lost(socket, event.code);
    this.#expectSomething();
  }

  #greet(): void {
    if (this.#session !== null) {
      this.#awaited = this.#lastSeq;
      this.#write(resumeFrame(this.#session, this.#lastSeq));
    } else if (this.#request) {
      this.#write(startFrame(this.#request));
    }
  }

  #write(frame: string): void {
    this.#socket?.send(frame);
    this.#expectSomething();
  }

  #transmit(said: Said): void {
    if (this.#session !== null) this.#write(saidFrame(this.#session, said));
  }

  #expectSomething(): void {
    this.#callOffWait?.();
    this.#callOffWait = this.#tools.after(answerWaitMs, () => this.lose());
  }

  #hear(data: unknown): void {
    const frame = typeof data === 'string' ? parse(data) : undefined;
    if (!frame) return;
    this.#callOffWait?.();
    this.#callOffWait = null;
    this.#attempt = 0;
    this.#take(frame);
  }

  #take(frame: ServerFrame): void {
    if (frame.type === 'turn') this.#takeTurn(frame);
    else if (frame.type === 'resumed') this.#takeResumed(frame);
    else this.#takeRefused(frame);
  }

  #takeTurn(turn: Turn): void {
    const isStart = this.#session === null && turn.seq === 1;
    if (isStart) this.#session = turn.session;
    if (turn.session !== this.#session) return;
    this.#confirm(turn);
    if (turn.seq > this.#lastSeq + 1) return this.#greet(); // Something was missed: ask again.
    if (turn.seq === this.#lastSeq + 1) {
      this.#lastSeq = turn.seq;
      this.#ears.onTurn(turn);
    }
    if (isStart) this.#ears.onState('open');
    this.#finishCatchingUp();
  }

  #takeResumed(frame: Resumed): void {
    this.#session ??= frame.session; // A start sent again: it had arrived.
    if (frame.session !== this.#session) return;
    this.#awaited = Math.max(frame.body.last_seq, this.#lastSeq);
    this.#ears.onResumed(frame);
    this.#finishCatchingUp();
  }

  #finishCatchingUp(): void {
    if (this.#awaited === null || this.#lastSeq < this.#awaited || this.#lastSeq === 0) return;
    this.#awaited = null;
    this.#ears.onState('open');
    for (const said of this.#unsent) this.#transmit(said);
  }

  #takeRefused(frame: Refused): void {
    const { code, id } = frame.body;
    if (code === 'try_again') return this.#tryLater();
    if (code === 'not_attached') return this.#greet();
    if (code === 'unknown_session' || (this.#session === null && id === this.#request?.id)) {
      this.#reset(null, []);
      this.#ears.onState('idle');
    }
    this.#ears.onRefused(frame); // First: its text goes back to the candidate before it is let go.
    if (id !== null && neverTaken.has(code)) this.#forget(id);
  }

  #confirm(turn: Turn): void {
    const { input } = turn.body;
    if (input.kind === 'answer' || input.kind === 'command') this.#forget(input.id);
  }

  #forget(id: string): void {
    const kept = this.#unsent.filter((said) => said.id !== id);
    if (kept.length === this.#unsent.length) return;
    this.#unsent = kept;
    this.#tellUnsent();
  }

  #tellUnsent(): void {
    this.#ears.onUnsent([...this.#unsent]);
  }

  #tryLater(): void {
    if (this.#callOffRetry) return;
    this.#callOffRetry = this.#tools.after(pauseMs(this.#attempt++, this.#tools.random()), () => {
      this.#callOffRetry = null;
      this.#greet();
    });
  }

  #lost(socket: SocketLike, code: number): void {
    if (socket !== this.#socket) return;
    this.#drop();
    if (!this.#wanted) return;
    if (code === closedByNewer) {
      this.#wanted = false;
      return this.#ears.onState('replaced');
    }
    this.#ears.onState('lost');
    const least = code === closedByRate ? ratePauseMs : 0;
    const pause = Math.max(least, pauseMs(this.#attempt++, this.#tools.random()));
    this.#callOffRetry = this.#tools.after(pause, () => this.#connect());
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#awaited = null;
    this.#callOffWait?.();
    this.#callOffRetry?.();
    this.#callOffWait = null;
    this.#callOffRetry = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
