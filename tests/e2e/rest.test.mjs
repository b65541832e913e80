// The REST side of docs/PROTOCOL.md section 3, and what every answer carries for a browser.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { randomUUID } from 'node:crypto';

import { ask, Candidate, Interview } from './protocol_client.mjs';
import { startServer } from './server.mjs';
import { endedInterview, scenarioIds, unhurried } from './support.mjs';

let server;
let scenario;

before(async () => {
  server = await startServer({ args: unhurried });
  [scenario] = await scenarioIds(await Candidate.arrive(server.url));
});

after(() => server.stop());

const newCandidate = () => Candidate.arrive(server.url);
const pathOf = ({ session }) => `/api/v1/sessions/${session}`;
const idsOf = ({ sessions }) => sessions.map(({ session }) => session);

function assertProblem({ status, headers, body }, expected) {
  assert.equal(status, expected);
  assert.match(headers['content-type'], /^application\/problem\+json/);
  const problem = JSON.parse(body);
  assert.equal(problem.status, expected);
  assert.ok(problem.title && problem.detail);
}

test('the health check tells version, schema, engine and the number of scenarios', async () => {
  const answer = await ask(server.url, '/healthz');
  const health = JSON.parse(answer.body);
  const { scenarios } = await (await newCandidate()).get('/api/v1/library');

  assert.equal(answer.status, 200);
  assert.equal(health.status, 'ok');
  assert.match(health.version, /^\d+\.\d+\.\d+/);
  assert.ok(Number.isInteger(health.schema) && Number.isInteger(health.engine_revision));
  assert.equal(health.scenarios, scenarios.length);
});

test('every card of the library opens with brief, scale and four anchors for each criterion', async () => {
  const candidate = await newCandidate();
  const { scenarios } = await candidate.get('/api/v1/library');

  for (const card of scenarios) {
    const { brief, scale, criteria, ...rest } = await candidate.get(`/api/v1/library/${card.id}`);
    assert.ok(brief.length > 0);
    assert.ok(scale.length > 1 && scale.every(({ id, name }) => id && name));
    assert.ok(criteria.every(({ anchors }) => anchors.length === 4));
    const bare = criteria.map(({ anchors, ...criterion }) => criterion);
    assert.deepEqual({ ...rest, criteria: bare }, card);
  }
});

test('an unknown scenario and an unknown path are 404', async () => {
  const candidate = await newCandidate();

  assertProblem(await candidate.ask('/api/v1/library/no-such-scenario'), 404);
  assertProblem(await candidate.ask('/api/v1/nothing'), 404);
  assertProblem(await candidate.ask(`/api/v1/sessions/${randomUUID()}`), 404);
});

test('a method that a path does not have is refused with 405', async () => {
  assertProblem(await (await newCandidate()).ask('/api/v1/library', { method: 'DELETE' }), 405);
});

test('the report is 409 while the interview is open', async () => {
  const interview = await Interview.start(await newCandidate(), scenario);

  assertProblem(await interview.candidate.ask(`${pathOf(interview)}/report`), 409);
});

test('a row tells what is known while the interview is open and once it is over', async () => {
  const candidate = await newCandidate();
  const interview = await Interview.start(candidate, scenario);
  const { sessions: [open] } = await candidate.get('/api/v1/sessions');
  await interview.answer('First I want to know the goal.');
  await interview.command('end');

  const { sessions: [over] } = await candidate.get('/api/v1/sessions');
  const report = await candidate.get(`${pathOf(interview)}/report`);

  assert.equal(open.session, interview.session);
  assert.equal(open.scenario.id, scenario);
  assert.deepEqual([open.status, open.ended_at_ms, open.ending, open.verdict, open.parent],
    ['open', null, null, null, null]);
  assert.deepEqual([over.status, over.ending, over.answers], ['over', 'ended_early', 1]);
  assert.equal(over.started_at_ms, open.started_at_ms);
  assert.ok(over.ended_at_ms >= over.started_at_ms);
  assert.deepEqual(over.verdict, { id: report.verdict.id, name: report.verdict.name });
});

test('the list filters by status, scenario and verdict', async () => {
  const candidate = await newCandidate();
  const over = await endedInterview(candidate, scenario);
  const open = await Interview.start(candidate, scenario);
  const { verdict } = await candidate.get(`${pathOf(over)}/report`);
  const other = verdict.scale.find(({ id }) => id !== verdict.id).id;
  const list = async (query) => idsOf(await candidate.get(`/api/v1/sessions?${query}`));

  assert.deepEqual(await list('status=open'), [open.session]);
  assert.deepEqual(await list('status=over'), [over.session]);
  assert.deepEqual(await list(`verdict=${verdict.id}`), [over.session]);
  assert.deepEqual(await list(`verdict=${other}`), []);
  assert.deepEqual(await list(`scenario=${scenario}`), [open.session, over.session]);
  assert.deepEqual(await list('scenario=no-such-scenario'), []);
  assert.deepEqual(await list(`scenario=${scenario}&status=open&limit=1`), [open.session]);
});

test('walking the cursor sees every session once, newest first', async () => {
  const candidate = await newCandidate();
  const started = [];
  for (let count = 0; count < 5; ++count) started.push((await endedInterview(candidate, scenario)).session);

  const seen = [];
  let query = 'limit=2';
  for (let pages = 0; query && pages < 10; ++pages) {
    const page = await candidate.get(`/api/v1/sessions?${query}`);
    seen.push(...idsOf(page));
    query = page.next && `limit=2&cursor=${encodeURIComponent(page.next)}`;
  }

  assert.deepEqual(seen, started.reverse());
});

test('a limit, a status or a cursor that is not one is refused with 400', async () => {
  const candidate = await newCandidate();

  for (const query of ['limit=0', 'limit=101', 'limit=x', 'status=lost', 'cursor=%21']) {
    assertProblem(await candidate.ask(`/api/v1/sessions?${query}`), 400);
  }
});

test('the export has a header, one line for each event and a trailer that counts them', async () => {
  const candidate = await newCandidate();
  const interview = await Interview.start(candidate, scenario);
  await interview.answer('Zoë – first I want to know the goal.\nThen the owner.');
  await interview.command('end');

  const answer = await candidate.ask(`${pathOf(interview)}/export?format=jsonl`);
  const lines = answer.body.toString().split('\n');
  const last = lines.pop();
  const [header, ...events] = lines.map((line) => JSON.parse(line));
  const trailer = events.pop();
  const { receipt } = events.pop();
  const report = await candidate.get(`${pathOf(interview)}/report`);

  assert.equal(answer.status, 200);
  assert.equal(last, '');
  assert.equal(header.session, interview.session);
  assert.equal(header.scenario.id, scenario);
  assert.match(header.scenario.hash, /^[0-9a-f]{64}$/);
  assert.equal(header.script, undefined, 'the script holds samples of asks that were never reached');
  assert.equal(events.length, interview.turns.length);
  assert.ok(JSON.stringify(events[1]).includes('Then the owner.'));
  for (const part of Object.keys(receipt)) assert.deepEqual(receipt[part], report[part], part);
  assert.equal(trailer.events, events.length);
  assert.match(JSON.stringify(trailer), /"[0-9a-f]{64}"/);
});

test('the Markdown export holds the answers and the verdict', async () => {
  const candidate = await newCandidate();
  const interview = await Interview.start(candidate, scenario);
  await interview.answer('First I want to know the goal of Zoë');
  await interview.command('end');
  const { verdict } = await candidate.get(`${pathOf(interview)}/report`);

  const answer = await candidate.ask(`${pathOf(interview)}/export?format=md`);

  assert.equal(answer.status, 200);
  assert.ok(answer.body.includes('First I want to know the goal of Zoë'));
  assert.ok(answer.body.includes(verdict.name));
});

test('an export in an unknown format is refused with 400 and told the formats', async () => {
  const interview = await endedInterview(await newCandidate(), scenario);

  const answer = await interview.candidate.ask(`${pathOf(interview)}/export?format=pdf`);

  assertProblem(answer, 400);
  assert.match(JSON.parse(answer.body).detail, /jsonl or md/);
});

test('a deleted session is gone for every request, and the others stay', async () => {
  const candidate = await newCandidate();
  const gone = await endedInterview(candidate, scenario);
  const kept = await endedInterview(candidate, scenario);

  const answer = await candidate.ask(pathOf(gone), { method: 'DELETE' });

  const { deleted, backups } = JSON.parse(answer.body);
  assert.equal(answer.status, 200);
  assert.equal(deleted, 1);
  assert.ok(Array.isArray(backups));
  for (const below of ['', '/report', '/export?format=jsonl']) {
    assertProblem(await candidate.ask(pathOf(gone) + below), 404);
  }
  assertProblem(await candidate.ask(pathOf(gone), { method: 'DELETE' }), 404);
  assert.deepEqual(idsOf(await candidate.get('/api/v1/sessions')), [kept.session]);
});

test('a session deleted while it is open takes no further answer', async () => {
  const interview = await Interview.start(await newCandidate(), scenario);
  await interview.candidate.ask(pathOf(interview), { method: 'DELETE' });

  const connection = await interview.candidate.connect();
  connection.send('resume', { after: 0 }, interview.session);

  assert.equal((await connection.next()).body.code, 'unknown_session');
  assertProblem(await interview.candidate.ask(pathOf(interview)), 404);
});

test('delete all removes the candidate\'s sessions and nobody else\'s', async () => {
  const candidate = await newCandidate();
  const neighbour = await newCandidate();
  await endedInterview(candidate, scenario);
  await Interview.start(candidate, scenario);
  const kept = await endedInterview(neighbour, scenario);

  const answer = await candidate.ask('/api/v1/sessions', { method: 'DELETE' });

  assert.equal(JSON.parse(answer.body).deleted, 2);
  assert.deepEqual(idsOf(await candidate.get('/api/v1/sessions')), []);
  assert.deepEqual(idsOf(await neighbour.get('/api/v1/sessions')), [kept.session]);
});

/** The paths of the scripts and styles that the first page names. */
function assetsOf(page) {
  return [...page.toString().matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path);
}

test('page, asset, API answer and 404 all carry the security headers', async () => {
  const page = await ask(server.url, '/');
  const [asset] = assetsOf(page.body);
  assert.ok(asset, 'the page names no script');

  for (const path of ['/', asset, '/api/v1/library', '/api/v1/nothing', '/nothing.js', '/healthz']) {
    const { headers } = await ask(server.url, path);
    const policy = headers['content-security-policy'] ?? '';
    assert.match(policy, /default-src 'none'|default-src 'self'/, path);
    assert.match(policy, /frame-ancestors 'none'/, path);
    assert.doesNotMatch(policy, /unsafe-/, path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
    assert.equal(headers['referrer-policy'], 'no-referrer', path);
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin', path);
  }
});

test('assets with a hash in the name may be kept for ever, the page and the API may not', async () => {
  const assets = assetsOf((await ask(server.url, '/')).body);
  const caching = async (path) => (await ask(server.url, path)).headers['cache-control'] ?? '';

  assert.ok(assets.length > 0);
  for (const asset of assets) assert.match(await caching(asset), /immutable/, asset);
  assert.doesNotMatch(await caching('/'), /immutable/);
  assert.match(await caching('/api/v1/library'), /no-store|no-cache/);
});

test('an asset comes compressed to whom accepts it and plain to whom does not', async () => {
  const [asset] = assetsOf((await ask(server.url, '/')).body);

  const packed = await ask(server.url, asset, { headers: { 'accept-encoding': 'gzip, br' } });
  const plain = await ask(server.url, asset);

  assert.match(packed.headers['content-encoding'], /^(gzip|br)$/);
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.ok(packed.body.length < plain.body.length);
});
