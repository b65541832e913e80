// What was typed and what was not yet delivered, kept across a reload. Storage that refuses (full,
// switched off) is treated as empty: nothing here may stop an interview.
import { byField, integer, list, object, oneOf, readText, text, type Reader } from './shape.ts';
import type { Said } from './protocol.ts';

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'curveball.';
const dayMs = 24 * 60 * 60 * 1000;
export const keptDays = 7;
export const keptEntries = 50;

const draftReader = object({ text, at: integer });
const outboxReader: Reader<{ said: Said[]; at: number }> = object({
  said: list(
    byField<Said>('kind', {
      answer: object({ kind: oneOf('answer'), id: text, text }),
      command: object({
        kind: oneOf('command'),
        id: text,
        name: oneOf('hint', 'repeat', 'skip', 'end'),
      }),
    }),
  ),
  at: integer,
});
const stamped = object({ at: integer });

export class Drafts {
  readonly #store: Store | null;
  readonly #now: () => number;

  constructor(store: Store | null, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  // The draft of one question; "" when there is none.
  read(session: string, prompt: number): string {
    return this.#get(draftKey(session, prompt), draftReader)?.text ?? '';
  }

  // An empty text clears it.
  write(session: string, prompt: number, draft: string): void {
    this.#put(draftKey(session, prompt), draft === '' ? null : { text: draft, at: this.#now() });
  }

  unsent(session: string): Said[] {
    return this.#get(outboxKey(session), outboxReader)?.said ?? [];
  }

  keepUnsent(session: string, said: readonly Said[]): void {
    this.#put(outboxKey(session), said.length === 0 ? null : { said, at: this.#now() });
  }

  // Forgets what is older than a week, and the oldest beyond fifty entries.
  tidy(): void {
    const entries = this.#keys()
      .map((key) => ({ key, at: this.#get(key, stamped)?.at ?? 0 }))
      .sort((a, b) => b.at - a.at);
    const oldest = this.#now() - keptDays * dayMs;
    entries.forEach(({ key, at }, index) => {
      if (at < oldest || index >= keptEntries) this.#put(key, null);
    });
  }

  // Forgets everything of one session, or of all.
  forget(session?: string): void {
    for (const key of this.#keys()) {
      if (session === undefined || key.split('.')[2] === session) this.#put(key, null);
    }
  }

  #keys(): string[] {
    try {
      const store = this.#store;
      if (!store) return [];
      const all = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
      return all.filter((key) => /^curveball\.(draft|outbox)\./.test(key));
    } catch {
      return [];
    }
  }

  #get<T>(key: string, reader: Reader<T>): T | undefined {
    try {
      const found = this.#store?.getItem(key);
      return found ? readText(found, reader) : undefined;
    } catch {
      return undefined;
    }
  }

  #put(key: string, value: object | null): void {
    try {
      if (value === null) this.#store?.removeItem(key);
      else this.#store?.setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden: the text on the screen is still there.
    }
  }
}

const draftKey = (session: string, prompt: number) => `${prefix}draft.${session}.${prompt}`;
const outboxKey = (session: string) => `${prefix}outbox.${session}`;
