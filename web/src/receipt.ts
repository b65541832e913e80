// The words of an answer that a quote stands on, with how each matched. Pure.
import type { Quote } from './records.ts';

// Spans are byte offsets into the UTF-8 answer.
export function wordsOf(answer: string, quote: Quote): string {
  const bytes = new TextEncoder().encode(answer);
  const text = (begin: number, end: number) => new TextDecoder().decode(bytes.slice(begin, end));
  return quote.spans.map(({ begin, end, kind }) => `${text(begin, end)} (${kind})`).join(', ');
}
