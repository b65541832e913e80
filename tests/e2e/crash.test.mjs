// The fast form of scripts/kill-test.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { killRuns } from './crash.mjs';

test('no acknowledged answer is lost when the server is killed while answers are on their way', async (t) => {
  const wanted = { kills: 3, clients: 16, minInFlight: 8 };

  const result = await killRuns({ ...wanted, log: (line) => t.diagnostic(line) });

  assert.equal(result.kills.length, wanted.kills);
  assert.ok(result.kills.every(({ inFlight }) => inFlight >= wanted.minInFlight));
  assert.deepEqual(result.faults, []);
  assert.equal(result.resumes, wanted.kills * wanted.clients);
  assert.equal(result.replay.code, 0, result.replay.output);
});
