// What the socket tests share: servers that end with their test, and interviews played to the end.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Interview } from './protocol_client.mjs';
import { startServer } from './server.mjs';

/** Lets a client answer as fast as it can, which no person does. */
export const unhurried = ['--messages-per-window', '100000'];

/** A directory that goes with the test. */
export function tempDir(t) {
  const dir = mkdtempSync(join(tmpdir(), 'curveball-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A server that ends with the test. */
export async function serverFor(t, options = {}) {
  const server = await startServer({ dataDir: tempDir(t), ...options });
  t.after(() => server.stop('SIGKILL'));
  return server;
}

/** Answers what `say(prompt)` gives until the interview is over. */
export async function playToTheEnd(interview, say) {
  for (let answers = 0; interview.status === 'open'; ++answers) {
    if (answers === 100) throw new Error('still open after 100 answers');
    await interview.answer(say(interview.prompt));
  }
  return interview;
}

/** A new interview that its candidate ends at once: the shortest one that is over. */
export async function endedInterview(candidate, scenario) {
  const interview = await Interview.start(candidate, scenario);
  await interview.command('end');
  return interview;
}

/** The ids of the library, in its order. */
export async function scenarioIds(candidate) {
  return (await candidate.get('/api/v1/library')).scenarios.map(({ id }) => id);
}
