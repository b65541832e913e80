// What the server turns away: frames, handshakes, floods, strangers. docs/PROTOCOL.md sections 1, 2.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { randomUUID } from 'node:crypto';

import { ask, Candidate, handshakeStatus, Interview } from './protocol_client.mjs';
import { startServer } from './server.mjs';
import { endedInterview, scenarioIds, serverFor, unhurried } from './support.mjs';

const messageBytes = 65_536;
const answerBytes = 16_384;

let server;
let candidate;
let scenario;

before(async () => {
  server = await startServer({ args: unhurried });
  candidate = await Candidate.arrive(server.url);
  [scenario] = await scenarioIds(candidate);
});

after(() => server.stop());

const start = (extra) => ({ v: 1, type: 'start', body: { id: 's', scenario, ...extra } });

// What no client may send, each with the code that it is refused with.
const malformed = [
  ['text that is not JSON', 'bad_message', () => '{"v":1,'],
  ['an array', 'bad_message', () => '[]'],
  ['a frame without a type', 'bad_message', () => ({ v: 1 })],
  ['an unknown field in the envelope', 'bad_message', () => ({ ...start(), extra: 1 })],
  ['an unknown field in the body', 'bad_message', () => start({ extra: 1 })],
  ['a start without an id', 'bad_message', () => start({ id: undefined })],
  ['a start with an empty id', 'bad_message', () => start({ id: '' })],
  ['a start with an id of 65 characters', 'bad_message', () => start({ id: 'x'.repeat(65) })],
  ['a start with a space in its id', 'bad_message', () => start({ id: 'a b' })],
  ['a seed that is a number', 'bad_message', () => start({ seed: 7 })],
  ['a seed that is not decimal', 'bad_message', () => start({ seed: '0x7' })],
  ['a seed of 2^64', 'bad_message', () => start({ seed: '18446744073709551616' })],
  ['a time scale that is not offered', 'bad_message', () => start({ time_scale_pm: 1200 })],
  ['a resume without a session', 'bad_message', () => ({ v: 1, type: 'resume', body: { after: 0 } })],
  ['a resume after -1', 'bad_message',
    () => ({ v: 1, type: 'resume', session: randomUUID(), body: { after: -1 } })],
  ['an answer with a space in its id', 'bad_message',
    () => ({ v: 1, type: 'answer', session: randomUUID(), body: { id: 'a b', text: 'x' } })],
  ['an unknown command', 'bad_message',
    () => ({ v: 1, type: 'command', session: randomUUID(), body: { id: 'a', name: 'undo' } })],
  ['a version that is text', 'unsupported_version', () => ({ ...start(), v: '1' })],
  ['another version', 'unsupported_version', () => ({ ...start(), v: 2 })],
  ['an unknown type', 'unknown_type', () => ({ v: 1, type: 'shout' })],
  ['an unknown scenario', 'unknown_scenario', () => start({ scenario: 'no-such-scenario' })],
  ['an unknown session', 'unknown_session',
    () => ({ v: 1, type: 'resume', session: randomUUID(), body: { after: 0 } })],
];

for (const [what, code, frame] of malformed) {
  test(`${what} is refused as ${code} and the connection stays`, async () => {
    const connection = await candidate.connect();
    const sent = frame();

    connection.sendRaw(typeof sent === 'string' ? sent : JSON.stringify(sent));
    const refused = await connection.next();
    connection.send('start', { id: randomUUID(), scenario });
    const next = await connection.next();

    assert.equal(refused.type, 'refused');
    assert.equal(refused.body.code, code);
    assert.ok(refused.body.message.length > 0);
    assert.equal(next.type, 'turn');
  });
}

async function refusal(interview, request) {
  const before = interview.turns.length;
  const reply = await request;
  assert.equal(reply.type, 'refused');
  const { events } = await interview.candidate.get(`/api/v1/sessions/${interview.session}`);
  assert.equal(events.length, before, 'a refused request left an event');
  return reply.body;
}

test('an answer of white space alone is refused as empty', async () => {
  const interview = await Interview.start(candidate, scenario);

  assert.equal((await refusal(interview, interview.answer(''))).code, 'empty_answer');
  assert.equal((await refusal(interview, interview.answer(' \n\t'))).code, 'empty_answer');
});

test('an answer of 16,384 bytes is taken and one of 16,385 bytes is refused', async () => {
  const interview = await Interview.start(candidate, scenario);
  const longest = 'ä'.repeat(answerBytes / 2);

  const tooLong = await refusal(interview, interview.answer(`${longest}.`, 'too-long'));
  const taken = await interview.answer(longest);

  assert.equal(tooLong.code, 'answer_too_long');
  assert.equal(tooLong.id, 'too-long');
  assert.equal(taken.body.input.text, longest);
});

test('an id that an answer used is refused for a command', async () => {
  const interview = await Interview.start(candidate, scenario);
  await interview.answer('First I want to know the goal.', 'one');

  assert.equal((await refusal(interview, interview.command('repeat', 'one'))).code, 'id_taken');
});

test('an id that a command used is refused for an answer', async () => {
  const interview = await Interview.start(candidate, scenario);
  await interview.command('repeat', 'one');

  assert.equal((await refusal(interview, interview.answer('Me again.', 'one'))).code, 'id_taken');
});

test('an answer to an interview that is over is refused as already over', async () => {
  const interview = await endedInterview(candidate, scenario);

  assert.equal((await refusal(interview, interview.answer('One more thing.'))).code, 'already_over');
});

test('a hint is refused once none is left', async () => {
  const interview = await Interview.start(candidate, scenario);
  while (interview.prompt.hints_left > 0) await interview.command('hint');

  assert.equal((await refusal(interview, interview.command('hint'))).code, 'no_hint_left');
});

test('an answer to a session that the connection is not attached to is refused', async () => {
  const interview = await Interview.start(candidate, scenario);
  interview.connection = await candidate.connect();

  assert.equal((await refusal(interview, interview.answer('Hello?'))).code, 'not_attached');
});

test('a session above the limit is refused and the limit is named', async (t) => {
  const own = await serverFor(t, { args: ['--max-sessions', '1'] });
  const guest = await Candidate.arrive(own.url);
  await Interview.start(guest, scenario);
  const connection = await guest.connect();

  connection.send('start', { id: 's', scenario });
  const { body } = await connection.next();

  assert.equal(body.code, 'too_many_sessions');
  assert.ok(body.message.length > 0);
});

test('a stranger gets 404 for session, report, export and deletion, and cannot resume', async () => {
  const interview = await endedInterview(candidate, scenario);
  const stranger = await Candidate.arrive(server.url);
  const path = `/api/v1/sessions/${interview.session}`;
  const connection = await stranger.connect();

  connection.send('resume', { after: 0 }, interview.session);

  assert.equal((await connection.next()).body.code, 'unknown_session');
  for (const below of ['', '/report', '/export?format=jsonl', '/export?format=md']) {
    assert.equal((await stranger.ask(path + below)).status, 404, below);
  }
  assert.equal((await stranger.ask(path, { method: 'DELETE' })).status, 404);
  assert.deepEqual((await stranger.get('/api/v1/sessions')).sessions, []);
  assert.equal((await candidate.ask(path)).status, 200);
});

test('each visitor without a cookie gets a different one, and a forged one is replaced', async () => {
  const one = await Candidate.arrive(server.url);
  const other = await Candidate.arrive(server.url);
  const forged = new Candidate(server.url, 'curveball=short');
  const answer = await forged.ask('/api/v1/library');

  assert.notEqual(one.cookie, other.cookie);
  assert.match(one.cookie, /^curveball=[^;]{43}$/);
  const [line] = answer.headers['set-cookie'];
  assert.match(line, /^curveball=[^;]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=31536000$/);
  assert.equal((await candidate.ask('/api/v1/library')).headers['set-cookie'], undefined);
});

test('a handshake without a valid cookie is refused with 401', async () => {
  assert.equal(await handshakeStatus(server.url, {}), 401);
  assert.equal(await handshakeStatus(server.url, { cookie: 'curveball=short' }), 401);
  assert.equal(await handshakeStatus(server.url, { cookie: candidate.cookie }), 101);
});

test('a foreign Origin may neither shake hands nor delete, the own one may', async () => {
  const { host } = new URL(server.url);
  const guest = await Candidate.arrive(server.url);
  const { session } = await endedInterview(guest, scenario);
  const knock = (origin) => handshakeStatus(server.url, { cookie: guest.cookie, origin });
  const deleteFrom = async (origin) =>
    (await guest.ask(`/api/v1/sessions/${session}`, { method: 'DELETE', headers: { origin } })).status;

  for (const origin of ['http://evil.example', `http://${host}.evil.example`, 'null', `ftp://${host}`]) {
    assert.equal(await knock(origin), 403, origin);
    assert.equal(await deleteFrom(origin), 403, origin);
  }
  assert.equal(await knock(`http://${host}`), 101);
  assert.equal(await deleteFrom(`http://${host}`), 200);
});

test('a Host that does not name the server is refused with 421', async () => {
  const foreign = { host: 'evil.example' };

  assert.equal((await ask(server.url, '/api/v1/library', { headers: foreign })).status, 421);
  assert.equal((await ask(server.url, '/', { headers: foreign })).status, 421);
  assert.equal(await handshakeStatus(server.url, { cookie: candidate.cookie, ...foreign }), 421);
});

test('a binary frame closes with 1003', async () => {
  const connection = await candidate.connect();

  connection.sendRaw(JSON.stringify(start()), { binary: true });

  assert.equal(await connection.closed, 1003);
});

test('a text frame that is not UTF-8 closes with 1007', async () => {
  const connection = await candidate.connect();

  connection.sendRaw(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));

  assert.equal(await connection.closed, 1007);
});

test('a message of 65,536 bytes is read and one of 65,537 bytes closes with 1009', async () => {
  const connection = await candidate.connect();
  const frame = JSON.stringify(start());

  connection.sendRaw(frame.padEnd(messageBytes));
  const read = await connection.next();
  connection.sendRaw(frame.padEnd(messageBytes + 1));

  assert.equal(read.type, 'turn');
  assert.equal(await connection.closed, 1009);
});

test('an answer may hold any character, and comes back as it was sent', async () => {
  const interview = await Interview.start(candidate, scenario);
  const text = '\u0000 "\\ \u2028 \r\n\t Zoë 🚀 \ufeff\u202e e\u0301';

  const { body } = await interview.answer(text);

  assert.equal(body.input.text, text);
  assert.deepEqual((await candidate.get(`/api/v1/sessions/${interview.session}`)).events[1].body, body);
});

test('a flood of messages closes with 1008 and the session can be resumed', async (t) => {
  const own = await serverFor(t, { args: ['--messages-per-window', '20'] });
  const interview = await Interview.start(await Candidate.arrive(own.url), scenario);
  for (let sent = 0; sent < 200; ++sent) {
    interview.connection.send('command', { id: `c${sent}`, name: 'repeat' }, interview.session);
  }

  assert.equal(await interview.connection.closed, 1008);
  assert.equal((await interview.resume()).type, 'resumed');
  assert.ok(interview.turns.length <= 21);
});
