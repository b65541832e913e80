import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turnFrame } from './frames.ts';
import { clockText, elapsedAt, timingOf, untilHard } from './time.ts';

const prompt = turnFrame('answer').body.prompt!; // Asked at 61 s, soft 225 s, hard 450 s.

test('The clock runs while attached and stands still otherwise', () => {
  const clock = { elapsedMs: 1000, atMs: 500 };

  assert.equal(elapsedAt(clock, 2500, true), 3000);
  assert.equal(elapsedAt(clock, 2500, false), 1000);
});

test('Time turns long exactly at the soft limit', () => {
  assert.equal(timingOf(prompt, 61_000 + 224_999).afterSoft, false);
  assert.equal(timingOf(prompt, 61_000 + 225_000).afterSoft, true);
});

test('Without limits time never turns long and nothing is sent by itself', () => {
  const unlimited = { ...prompt, soft_ms: null, hard_ms: null };

  assert.equal(timingOf(unlimited, 9e9).afterSoft, false);
  assert.equal(untilHard(unlimited, 9e9), null);
});

test('The hard limit counts from the question', () => {
  assert.equal(untilHard(prompt, 61_000), 450_000);
  assert.equal(untilHard(prompt, 600_000), 0);
});

test('Times read as minutes and seconds', () => {
  assert.equal(clockText(0), '0:00');
  assert.equal(clockText(61_999), '1:01');
  assert.equal(clockText(3_600_000), '60:00');
  assert.equal(clockText(-5), '0:00');
});
