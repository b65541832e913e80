// A server that is told to stop while answers are on their way.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Candidate, Interview } from './protocol_client.mjs';
import { scenarioIds, serverFor, tempDir } from './support.mjs';

test('SIGTERM loses no answer: what is stored was told, and everybody is closed with 1001', async (t) => {
  const dataDir = tempDir(t);
  const first = await serverFor(t, { dataDir });
  const guest = await Candidate.arrive(first.url);
  const [scenario] = await scenarioIds(guest);
  const interviews = await Promise.all(Array.from({ length: 16 }, () => Interview.start(guest, scenario)));
  const id = 'on-its-way';
  for (const { connection, session } of interviews) {
    connection.send('answer', { id, text: 'First I want to know the goal.' }, session);
  }
  await interviews[0].reply(id);

  const end = await first.stop('SIGTERM');

  assert.deepEqual(end, { code: 0, signal: null });
  guest.url = (await serverFor(t, { dataDir })).url;
  for (const interview of interviews) {
    assert.equal(await interview.connection.closed, 1001);
    for (const frame of interview.connection.rest()) if (frame.type === 'turn') interview.keep(frame);
    const { events } = await guest.get(`/api/v1/sessions/${interview.session}`);
    assert.deepEqual(events, interview.turns);
  }
});
