// Interviews over real sockets, by a client that knows docs/PROTOCOL.md and nothing else.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { randomUUID } from 'node:crypto';

import { Candidate, Interview } from './protocol_client.mjs';
import { strongAnswers } from './samples.mjs';
import { startServer } from './server.mjs';
import { endedInterview, playToTheEnd, scenarioIds, serverFor, tempDir, unhurried } from './support.mjs';

let server;
let candidate;
let scenario;

before(async () => {
  server = await startServer({ args: unhurried });
  candidate = await Candidate.arrive(server.url);
  [scenario] = await scenarioIds(candidate);
});

after(() => server.stop());

const sessionPath = ({ session }) => `/api/v1/sessions/${session}`;
const transcript = (interview) => interview.candidate.get(sessionPath(interview));
const reportOf = (interview) => interview.candidate.get(`${sessionPath(interview)}/report`);
const withKind = (interview, kind) => interview.turns.filter(({ body }) => body.input.kind === kind);
const linesOf = ({ body }) => body.lines;

function assertQuoteLiesInItsAnswer(quote, events) {
  const { kind, text } = events[quote.seq - 1].body.input;
  assert.equal(kind, 'answer');
  assert.ok(quote.spans.length > 0);
  const bytes = Buffer.from(text, 'utf8');
  const onBoundary = (at) => at === bytes.length || (bytes[at] & 0xc0) !== 0x80;
  for (const [begin, end, how] of quote.spans) {
    assert.ok(0 <= begin && begin < end && end <= bytes.length, `${begin}..${end}`);
    assert.ok(onBoundary(begin) && onBoundary(end), `${begin}..${end} cuts a character`);
    assert.match(bytes.subarray(begin, end).toString(), /^\S(.*\S)?$/su);
    assert.ok(['exact', 'stem', 'synonym', 'typo'].includes(how), how);
  }
}

test('every interview of the library is played to its end and gets a verdict with quotes', async (t) => {
  const scenarios = await scenarioIds(candidate);
  assert.ok(scenarios.length > 0);
  for (const id of scenarios) {
    await t.test(id, async () => {
      const samples = strongAnswers(id);
      const say = ({ turn }) => `Zoë – 🚀 – ${samples.get(turn) ?? 'Let me think of it in steps.'}`;

      const interview = await playToTheEnd(await Interview.start(candidate, id), say);
      const report = await reportOf(interview);

      const last = interview.turns.at(-1).body;
      assert.equal(last.ending, 'finished');
      assert.equal(last.prompt, null);
      assert.equal(last.lines.at(-1).kind, 'end');
      assert.ok(report.verdict.scale.some((step) => step.id === report.verdict.id));
      assert.deepEqual(report.curveballs, interview.turns.flatMap(({ body }) => body.curveball ?? []));
      assert.equal(report.answers, withKind(interview, 'answer').length);
      const quotes = [...report.criteria, ...report.flags].flatMap((part) => part.quotes);
      assert.ok(quotes.length > 0);
      for (const quote of quotes) assertQuoteLiesInItsAnswer(quote, interview.turns);
    });
  }
});

test('an interview without a single statement ends at the bottom of the scale and quotes nothing', async () => {
  const interview = await Interview.start(candidate, scenario);

  await playToTheEnd(interview, () => "I don't know.");

  const report = await reportOf(interview);
  assert.equal(report.verdict.id, report.verdict.scale.at(-1).id);
  assert.ok(report.criteria.every(({ level, quotes }) => level === 1 && quotes.length === 0));
});

test('the transcript holds exactly the turns that were sent', async () => {
  const interview = await Interview.start(candidate, scenario);
  await interview.answer('We look for what everything else waits on.');
  await interview.command('hint');
  await interview.command('end');

  const { events } = await transcript(interview);

  assert.deepEqual(events, interview.turns);
  assert.deepEqual(events.map(({ seq }) => seq), events.map((_, index) => index + 1));
});

test('the first turn greets, asks a question and names the request that it answers', async () => {
  const interview = await Interview.start(candidate, scenario, { id: 'my-start_1' });

  const [{ seq, body }] = interview.turns;
  assert.equal(seq, 1);
  assert.deepEqual(body.input, { kind: 'start', id: 'my-start_1' });
  assert.ok(body.lines.every(({ kind, id, text }) => kind && id && text));
  assert.ok(body.lines.some(({ kind }) => kind === 'ask'));
  assert.equal(body.status, 'open');
  assert.equal(body.prompt.probe, null);
});

test('the same seed and the same answers are told the same lines', async () => {
  const say = ({ turn, probe }) => `About ${turn} I would first ask what has to be true. ${probe ?? ''}`;
  const seed = '18446744073709551615';

  const one = await playToTheEnd(await Interview.start(candidate, scenario, { seed }), say);
  const other = await playToTheEnd(await Interview.start(candidate, scenario, { seed }), say);

  assert.deepEqual(other.turns.map(linesOf), one.turns.map(linesOf));
  assert.equal((await reportOf(one)).seed, seed);
});

test('after a dropped socket the interview goes on without a second greeting, every event once', async () => {
  const interview = await Interview.start(candidate, scenario);
  await interview.answer('First I want to know the goal.');
  const pending = { id: randomUUID(), text: 'Then I name one owner for each hand-off.' };
  interview.connection.send('answer', pending, interview.session);
  await interview.connection.drop();

  await interview.resume();
  await interview.answer(pending.text, pending.id);
  await playToTheEnd(interview, () => 'I would ask the team and decide by Friday.');

  const { events } = await transcript(interview);
  assert.deepEqual(events, interview.turns);
  assert.equal(withKind(interview, 'start').length, 1);
  assert.equal(events.filter(({ body }) => body.input.id === pending.id).length, 1);
  const greeting = events[0].body.lines[0].id;
  assert.equal(events.flatMap(linesOf).filter(({ id, kind }) => id === greeting && kind === 'say').length,
    events[0].body.lines[0].kind === 'say' ? 1 : 0);
});

test('resume from the beginning tells the whole session as it was told before', async () => {
  const interview = await Interview.start(candidate, scenario);
  await interview.answer('First I want to know the goal.');
  await interview.command('repeat');
  const again = new Interview(candidate, null);
  again.session = interview.session;

  const resumed = await again.resume();

  assert.equal(resumed.body.last_seq, 3);
  assert.equal(resumed.body.scenario.id, scenario);
  assert.equal(resumed.body.status, 'open');
  assert.deepEqual(again.turns, interview.turns);
});

test('resume tells only what comes after the sequence number given', async () => {
  const interview = await Interview.start(candidate, scenario);
  await interview.answer('First I want to know the goal.');
  const connection = await candidate.connect();

  connection.send('resume', { after: 1 }, interview.session);

  assert.equal((await connection.next()).type, 'resumed');
  assert.deepEqual(await connection.next(), interview.turns[1]);
});

test('the same answer sent twice gives the same turn and is recorded once', async () => {
  const interview = await Interview.start(candidate, scenario);
  const id = randomUUID();

  const first = await interview.answer('First I want to know the goal.', id);
  await interview.command('repeat');
  const second = await interview.answer('First I want to know the goal.', id);

  assert.deepEqual(second, first);
  assert.equal((await transcript(interview)).events.length, 3);
});

test('the same command sent twice gives the same turn and is recorded once', async () => {
  const interview = await Interview.start(candidate, scenario);
  const id = randomUUID();

  const first = await interview.command('skip', id);
  const second = await interview.command('skip', id);

  assert.deepEqual(second, first);
  assert.equal((await transcript(interview)).events.length, 2);
});

test('an answer that was recorded is answered again even when the interview is over', async () => {
  const interview = await Interview.start(candidate, scenario);
  const id = randomUUID();
  const first = await interview.command('end', id);

  await interview.resume();

  assert.deepEqual(await interview.command('end', id), first);
});

test('a hint is told, uses one up and leaves the question waiting', async () => {
  const interview = await Interview.start(candidate, scenario);
  const before = interview.prompt;

  const { body } = await interview.command('hint');

  assert.equal(body.input.kind, 'command');
  assert.equal(body.input.name, 'hint');
  assert.ok(body.lines.some(({ kind }) => kind === 'hint'));
  assert.equal(body.prompt.hints_left, before.hints_left - 1);
  assert.equal(body.prompt.turn, before.turn);
});

test('repeat says the question that waits again', async () => {
  const interview = await Interview.start(candidate, scenario);
  const asked = interview.turns[0].body.lines.findLast(({ kind }) => kind === 'ask');

  const { body } = await interview.command('repeat');

  assert.ok(body.lines.some(({ kind, text }) => kind === 'repeat' && text.includes(asked.text)));
  assert.deepEqual(body.prompt, interview.turns[0].body.prompt);
});

test('skip moves on to another question with a higher number', async () => {
  const interview = await Interview.start(candidate, scenario);
  const before = interview.prompt;

  const { body } = await interview.command('skip');

  assert.notEqual(body.prompt.turn, before.turn);
  assert.ok(body.prompt.number > before.number);
});

test('end closes the interview early, and its report says that it is partial', async () => {
  const interview = await endedInterview(candidate, scenario);

  const { body } = interview.turns.at(-1);
  assert.equal(body.status, 'over');
  assert.equal(body.ending, 'ended_early');
  assert.equal(body.prompt, null);
  assert.equal((await reportOf(interview)).partial, true);
});

test('a second connection takes the session over and the first is closed with 4000', async () => {
  const interview = await Interview.start(candidate, scenario);
  const first = interview.connection;

  await interview.resume();

  assert.equal(await first.closed, 4000);
  assert.equal((await interview.answer('I am here now.')).type, 'turn');
});

test('a takeover while requests are on their way begins with resumed and tells every turn once', async () => {
  const interview = await Interview.start(candidate, scenario);
  const ids = ['one', 'two', 'three', 'four'];
  for (const id of ids) interview.connection.send('command', { id, name: 'repeat' }, interview.session);

  const resumed = await interview.resume();
  for (const id of ids) await interview.command('repeat', id);

  assert.equal(resumed.type, 'resumed');
  const { events } = await transcript(interview);
  assert.deepEqual(events, interview.turns);
  assert.deepEqual(events.slice(1).map(({ body }) => body.input.id).sort(), ids.slice().sort());
});

test('a connection whose next start or resume is refused keeps the interview that it has', async () => {
  const interview = await Interview.start(candidate, scenario);

  interview.connection.send('start', { id: randomUUID(), scenario: 'no-such-scenario' });
  assert.equal((await interview.connection.next()).body.code, 'unknown_scenario');
  interview.connection.send('resume', { after: 0 }, randomUUID());
  assert.equal((await interview.connection.next()).body.code, 'unknown_session');

  assert.equal((await interview.answer('This is still mine.')).type, 'turn');
});

test('a connection that starts another interview lets go of the one before', async () => {
  const left = await Interview.start(candidate, scenario);
  left.connection.send('start', { id: 's', scenario });
  await left.connection.next();

  const refused = await left.answer('Is this still mine?');

  assert.equal(refused.type, 'refused');
  assert.equal(refused.body.code, 'not_attached');
});

test('SIGTERM closes every connection with 1001 and the process ends with 0', async (t) => {
  const own = await serverFor(t);
  const guest = await Candidate.arrive(own.url);
  const interview = await Interview.start(guest, scenario);
  const idle = await guest.connect();

  const end = await own.stop('SIGTERM');

  assert.equal(await interview.connection.closed, 1001);
  assert.equal(await idle.closed, 1001);
  assert.deepEqual(end, { code: 0, signal: null });
});

test('a start sent again after its reply was lost is one interview', async () => {
  const guest = await Candidate.arrive(server.url);
  const id = randomUUID();
  const lost = await Interview.start(guest, scenario, { id });
  await lost.connection.drop();

  const interview = await Interview.start(guest, scenario, { id });
  await interview.answer('First I want to know the goal.');

  assert.equal(interview.session, lost.session);
  assert.deepEqual(interview.turns[0], lost.turns[0]);
  assert.equal((await guest.get('/api/v1/sessions')).sessions.length, 1);
});

test('after a restart on the same data the interview waits at the same question', async (t) => {
  const dataDir = tempDir(t);
  const first = await serverFor(t, { dataDir });
  const guest = await Candidate.arrive(first.url);
  const interview = await Interview.start(guest, scenario);
  await interview.answer('First I want to know the goal.');
  const waiting = interview.prompt;
  await first.stop('SIGTERM');

  guest.url = (await serverFor(t, { dataDir })).url;
  const resumed = await interview.resume();

  assert.equal(resumed.body.last_seq, 2);
  assert.equal(interview.turns.length, 2);
  const repeated = await interview.command('repeat');
  assert.equal(repeated.body.prompt.turn, waiting.turn);
  assert.equal(repeated.body.prompt.number, waiting.number);
  await playToTheEnd(interview, () => 'I would ask the team and decide by Friday.');
  assert.equal(interview.turns.at(-1).body.ending, 'finished');
});
