import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthLine, rate, readDelivery, storyLine, type AnswerDelivery } from './delivery.ts';
import { frameText } from './frames.ts';
import { readReport } from './records.ts';
import { readText } from './shape.ts';

const report = readText(frameText('rest_report'), readReport)!;
const plain: AnswerDelivery = {
  seq: 2,
  turn: 'open',
  to_probe: false,
  words: 40,
  words_to_first_point: 0,
  hedges: 0,
  fillers: 0,
  asks: 0,
  story: null,
};

test('The delivery of the example is read', () => {
  const delivery = readDelivery(report.delivery);

  assert.equal(delivery?.answers.length, 3);
  assert.equal(delivery?.answers[0]?.story?.action, 2);
  assert.equal(delivery?.answers[1]?.story, null);
});

test('A report of a server without it is read, and shows none', () => {
  assert.equal(readDelivery(undefined), null);
  assert.equal(readDelivery({ words: 'many' }), null);
});

test('Only what occurs is named', () => {
  assert.equal(lengthLine(plain), '40 words');
  assert.equal(
    lengthLine({ ...plain, words_to_first_point: 12, hedges: 1, fillers: 2, asks: 1 }),
    '40 words · first point after 12 · 1 hedge · 2 fillers · 1 question or request',
  );
});

test('An answer in which nothing was heard says so', () => {
  const line = lengthLine({ ...plain, words_to_first_point: null });

  assert.equal(line, '40 words · nothing that counted');
});

test('A story names the parts told and left out', () => {
  const story = { situation: 1, task: 0, action: 3, result: 1, quantified_result: true };

  assert.equal(
    storyLine(story),
    'Told: situation, action and result (with a figure). Left out: task.',
  );
  assert.equal(
    storyLine({ ...story, task: 1, quantified_result: false }),
    'Told: situation, task, action and result (no figure with it).',
  );
});

test('A rate is one in so many words', () => {
  assert.equal(rate(0, 120), '0');
  assert.equal(rate(3, 120), '3, 1 in 40 words');
});
