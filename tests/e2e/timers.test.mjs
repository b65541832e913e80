// Time limits as a client sees them, on an interview so short that its clock can be waited for.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { Candidate, Interview } from './protocol_client.mjs';
import { promptsDir } from './samples.mjs';
import { startServer } from './server.mjs';

const scenario = 'quick';
const softMs = 1000;
const hardMs = 2000;
const graceMs = 3000;

const concepts = [{
  id: 'owner', name: 'Names an owner', advice: 'Say who owns it.', any: ['owner'],
  samples: { yes: ['I name an owner.'], no: ['There is no owner.'] } }];

const levels = [
  { level: 1, anchor: 'Names nobody.' }, { level: 2, anchor: 'Says that somebody should.' },
  { level: 3, anchor: 'Names one owner.' }, { level: 4, anchor: 'Names an owner and a date.' }];

const criterion = (id) => ({
  id, name: `The ${id} criterion`, must_have: id === 'first',
  from: [{ turn: 'open', concepts: ['owner'] }], k: 1, levels });

const exemplars = [
  { id: 'strong', grade: 'strong', text: 'I name one owner for the work and a date for it.',
    expect: { hit: ['owner'] } },
  { id: 'adequate', grade: 'adequate', text: 'There should be an owner of the work, I would say.',
    expect: { hit: ['owner'] } },
  { id: 'weak', grade: 'weak', text: 'We talk about it again some day.', expect: { hit: [] } }];

const turns = [
  { id: 'open', mode: 'case', ask: 'Who does it?', expects: ['owner'], exemplars,
    time: { soft_s: softMs / 1000, soft_say: 'Your first move, please.', hard_s: hardMs / 1000 } },
  { id: 'second', mode: 'case', ask: 'And then?', expects: ['owner'], exemplars },
  { id: 'done', end: 'Thank you.' }];

const quick = {
  $schema: '../schemas/scenario.schema.json', schema: 1, id: scenario, version: 1, locale: 'en',
  role: 'tpm', round: 'program', level: 'L5', minutes: 10, title: 'The quick one',
  summary: 'Two questions, the first with a short limit.', brief: 'Be quick.',
  uses: ['../shared/manners.json'], profile: '../profiles/four-step.json', concepts,
  criteria: ['first', 'second', 'third', 'fourth'].map(criterion), start: 'open', turns };

let prompts;
let server;
let candidate;

before(async () => {
  prompts = mkdtempSync(join(tmpdir(), 'curveball-prompts-'));
  for (const dir of ['shared', 'profiles', 'schemas']) {
    cpSync(join(promptsDir, dir), join(prompts, dir), { recursive: true });
  }
  mkdirSync(join(prompts, 'tpm'));
  writeFileSync(join(prompts, 'tpm', `${scenario}.json`), JSON.stringify(quick));
  server = await startServer({ args: ['--prompts', prompts] });
  candidate = await Candidate.arrive(server.url);
});

after(async () => {
  await server?.stop();
  rmSync(prompts, { recursive: true, force: true });
});

const timed = (time_scale_pm) => Interview.start(candidate, scenario, { time_scale_pm });

test('after the soft limit the interviewer nudges, after the hard limit the interview goes on', async () => {
  const interview = await timed(1000);
  const asked = interview.prompt;

  const soft = (await interview.nextTurn()).body;
  const hard = (await interview.nextTurn()).body;

  assert.deepEqual([asked.soft_ms, asked.hard_ms], [softMs, hardMs]);
  assert.deepEqual(soft.input, { kind: 'timer', name: 'soft' });
  assert.ok(soft.lines.some(({ kind, text }) => kind === 'nudge' && text === 'Your first move, please.'));
  assert.equal(soft.prompt.number, asked.number);
  assert.ok(soft.elapsed_ms >= asked.asked_at_elapsed_ms + softMs);
  assert.deepEqual(hard.input, { kind: 'timer', name: 'hard' });
  assert.ok(hard.elapsed_ms >= asked.asked_at_elapsed_ms + hardMs + graceMs);
  assert.equal(hard.prompt.turn, 'second');
});

test('the limits come scaled, and scale 0 switches them off', async () => {
  const limits = async (scale) => {
    const { prompt } = await timed(scale);
    return [prompt.soft_ms, prompt.hard_ms];
  };

  assert.deepEqual(await limits(1500), [1.5 * softMs, 1.5 * hardMs]);
  assert.deepEqual(await limits(2000), [2 * softMs, 2 * hardMs]);
  assert.deepEqual(await limits(0), [null, null]);
});

test('the clock of the interview stands still while nobody is attached', async () => {
  const interview = await timed(2000);
  await interview.connection.close();
  const left = Date.now();
  await pause(2 * softMs);
  const awayMs = Date.now() - left;

  await interview.resume();
  const soft = await interview.nextTurn();

  assert.equal(soft.body.input.name, 'soft');
  const [start] = interview.turns;
  const behind = (soft.body.at_ms - start.body.at_ms) - (soft.body.elapsed_ms - start.body.elapsed_ms);
  assert.ok(behind >= awayMs / 2, `the clock fell behind by ${behind} of ${awayMs} ms`);
});
