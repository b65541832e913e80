// The fast form of scripts/kill-test.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { faultsOf, killRuns } from './crash.mjs';

test('no acknowledged answer is lost when the server is killed while answers are on their way', async (t) => {
  const wanted = { kills: 3, clients: 16, minInFlight: 8 };

  const result = await killRuns({ ...wanted, log: (line) => t.diagnostic(line) });

  assert.equal(result.kills.length, wanted.kills);
  assert.ok(result.kills.every(({ inFlight }) => inFlight >= wanted.minInFlight));
  assert.deepEqual(result.faults, []);
  assert.equal(result.resumes, wanted.kills * wanted.clients);
  assert.equal(result.replay.code, 0, result.replay.output);
});

const answered = (seq, id, text) => ({ seq, body: { input: { kind: 'answer', id, text } } });
const told = [{ id: 'a', seq: 1, text: 'one' }, { id: 'b', seq: 2, text: 'two' }];

test('a session that holds each acknowledged answer once is without fault', () => {
  const events = [answered(1, 'a', 'one'), answered(2, 'b', 'two'), answered(3, 'c', 'unheard')];

  assert.deepEqual(faultsOf('s', events, told), []);
});

const damaged = [
  ['is lost', [answered(1, 'a', 'one')]],
  ['is there twice', [answered(1, 'a', 'one'), answered(2, 'b', 'two'), answered(3, 'b', 'two')]],
  ['has another text', [answered(1, 'a', 'one'), answered(2, 'b', 'too')]],
  ['has changed places', [answered(1, 'b', 'two'), answered(2, 'a', 'one')]],
  ['follows a gap', [answered(1, 'a', 'one'), answered(3, 'b', 'two')]],
];

for (const [how, events] of damaged) {
  test(`an acknowledged answer that ${how} is found out`, () => {
    assert.notDeepEqual(faultsOf('s', events, told), []);
  });
}
