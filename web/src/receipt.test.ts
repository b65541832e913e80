import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from './receipt.ts';
import type { Quote, Span } from './records.ts';

const quote = (spans: Span[]): Quote => ({
  seq: 1,
  concept: 'c',
  name: 'C',
  strength_pm: 1000,
  credit_pm: 1000,
  counts_pm: 1000,
  pattern: 0,
  rule: null,
  spans,
});

test('words are cut by bytes and keep how they matched', () => {
  const made = wordsOf(
    'Für Anna: the long pole',
    quote([
      { begin: 5, end: 9, kind: 'exact' },
      { begin: 15, end: 19, kind: 'stem' },
    ]),
  );

  assert.equal(made, 'Anna (exact), long (stem)');
});

test('a quote without spans has no words', () => {
  assert.equal(wordsOf('anything', quote([])), '');
});
