import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entriesOf } from './entries.ts';
import { exampleTurns } from './frames.ts';
import {
  chapterAt,
  chaptersOf,
  keyOf,
  shownAt,
  stepAfterKey,
  stepAtTime,
  stepsOf,
} from './replay.ts';

const turns = exampleTurns();
const steps = stepsOf(turns);

test('Each answer and each reply is a step of its own, and a timer only replies', () => {
  const names = steps.map(({ seq, part }) => `${seq}${part === 'input' ? 'i' : 'r'}`);

  assert.deepEqual(names, ['1r', '2i', '2r', '3i', '3r', '4r', '5i', '5r', '6i', '6r']);
});

test('At the step of an answer its reply is not visible yet', () => {
  const shown = shownAt(turns, steps, 1);

  assert.equal(shown.turns.at(-1)?.seq, 2);
  assert.equal(entriesOf(shown.turns, shown.withReply).at(-1)?.kind, 'said');
});

test('The last step shows everything that was recorded', () => {
  const shown = shownAt(turns, steps, steps.length - 1);

  assert.deepEqual(entriesOf(shown.turns, shown.withReply), entriesOf(turns));
});

test('The clock reaches a step at its time and not before', () => {
  assert.equal(stepAtTime(steps, 60_999), 0);
  assert.equal(stepAtTime(steps, 61_000), 2);
  assert.equal(stepAtTime(steps, 9e9), steps.length - 1);
});

test('Chapters are the questions put, the one of the curveball included', () => {
  const chapters = chaptersOf(turns);

  assert.deepEqual(
    chapters.map(({ step }) => step),
    [0, 7],
  );
  assert.equal(chapters[1]?.question, 'What do you do before Friday?');
  assert.equal(chapterAt(chapters, 6), 0);
  assert.equal(chapterAt(chapters, 7), 1);
});

test('Keys step, jump to the ends and never leave them', () => {
  const last = steps.length - 1;

  assert.equal(stepAfterKey('forward', 0, steps), 1);
  assert.equal(stepAfterKey('back', 0, steps), 0);
  assert.equal(stepAfterKey('last', 2, steps), last);
  assert.equal(stepAfterKey('forward', last, steps), last);
  assert.equal(stepAfterKey('first', last, steps), 0);
});

test('Only the five keys of the replay mean something', () => {
  const known = ['ArrowLeft', 'ArrowRight', 'Home', 'End', ' '].map(keyOf);

  assert.deepEqual(known, ['back', 'forward', 'first', 'last', 'toggle']);
  assert.equal(keyOf('a'), null);
});

test('A recording without any event has no step and shows nothing', () => {
  assert.deepEqual(stepsOf([]), []);
  assert.deepEqual(shownAt([], [], 0).turns, []);
});

test('A transcript announces the curveball before its lines and notes the hint', () => {
  const kinds = entriesOf(turns).map((entry) => `${entry.seq}${entry.kind}`);

  assert.deepEqual(kinds.slice(0, 5), ['1lines', '2said', '2lines', '3note', '3lines']);
  assert.deepEqual(kinds.slice(5, 9), ['4lines', '5said', '5curveball', '5lines']);
});
