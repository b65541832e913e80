// The words of an answer that a quote stands on, one by one. Pure.
import type { Quote } from './records.ts';

export interface CountedWord {
  text: string;
  kind: string; // How it matched.
}

// Spans are byte offsets into the UTF-8 answer.
export function wordsOf(answer: string, quote: Quote): CountedWord[] {
  const bytes = new TextEncoder().encode(answer);
  const decoder = new TextDecoder();
  return quote.spans.map(({ begin, end, kind }) => ({
    text: decoder.decode(bytes.slice(begin, end)),
    kind,
  }));
}
