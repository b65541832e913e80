import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleTurns, refusedFrame, resumedFrame, turnFrame } from './frames.ts';
import {
  emptyPractice,
  isOver,
  promptOf,
  questionNumber,
  reduce,
  type Action,
  type Practice,
} from './state.ts';

const session = turnFrame('start').session;
const play = (actions: Action[], from: Practice = emptyPractice) => actions.reduce(reduce, from);
const told = (name: string, nowMs = 0): Action => ({ type: 'turn', turn: turnFrame(name), nowMs });

test('The turns of an interview leave its last prompt, and none when it is over', () => {
  const half = play([told('start'), told('answer')]);
  const whole = play(exampleTurns().map((turn) => ({ type: 'turn', turn, nowMs: 0 })));

  assert.equal(promptOf(half)?.probe, 'p_owner');
  assert.equal(promptOf(whole), null);
  assert.ok(isOver(whole) && !isOver(half));
});

test('What belongs to a question is no other one, and a curveball asks one of its own', () => {
  const counts = exampleTurns().map((_, at, all) => questionNumber(all.slice(0, at + 1)));

  assert.deepEqual(counts, [1, 1, 1, 1, 2, 2]);
});

test('A turn told twice or out of order changes nothing', () => {
  const before = play([told('start'), told('answer')]);

  assert.equal(reduce(before, told('answer')), before);
  assert.equal(reduce(before, told('timer')), before);
});

test('The clock follows live turns but not those told while catching up', () => {
  const resumed: Action = { type: 'resumed', frame: resumedFrame(), nowMs: 100 };

  const caughtUp = play([resumed, told('start', 200), told('answer', 300)]);

  assert.deepEqual(caughtUp.clock, { elapsedMs: 312_400, atMs: 100 });
});

test('The clock stands where it stood when the connection went', () => {
  const start = play([{ type: 'link', link: 'open', nowMs: 0 }, told('start', 0)]);

  const lost = reduce(start, { type: 'link', link: 'lost', nowMs: 7_000 });
  const later = reduce(lost, { type: 'link', link: 'connecting', nowMs: 90_000 });

  assert.equal(later.clock.elapsedMs, 7_000);
});

test('A refused answer goes back into the box, before what was typed since', () => {
  const given = { kind: 'answer', id: 'c-0002', text: 'what I said' } as const;
  const typing = play([
    { type: 'entered', session, unsent: [given] },
    { type: 'typed', draft: 'and more' },
  ]);

  const refused = reduce(typing, { type: 'refused', frame: refusedFrame() });

  assert.equal(refused.draft, 'what I said\nand more');
  assert.equal(refused.refusal?.code, 'no_hint_left');
});

test('Typing on takes a refusal away', () => {
  const refused = reduce(emptyPractice, { type: 'refused', frame: refusedFrame() });

  assert.equal(reduce(refused, { type: 'typed', draft: 'x' }).refusal, null);
});

test('Leaving forgets everything of the interview', () => {
  const playing = play([told('start'), { type: 'typed', draft: 'secret' }]);

  assert.deepEqual(reduce(playing, { type: 'left' }), emptyPractice);
});
