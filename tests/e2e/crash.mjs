// Kills the server with -9 while clients answer, and proves that what was acknowledged is there.
// The list of acknowledged answers lives in this process, outside the server.

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Candidate, Interview } from './protocol_client.mjs';
import { scenarioIds, unhurried } from './support.mjs';
import { binary, startServer } from './server.mjs';

// A kill comes after this many acknowledgements per client, drawn anew each time.
const acknowledgementsPerClient = { least: 2, most: 6 };

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const phrases = [
  'I look for what everything else waits on.', 'I name one owner for each hand-off.',
  'Zoë writes the date down – in one line 🚀.', 'I ask what happens when we do nothing.',
  'We cut the scope and keep the date.', "I don't know."];

/** One person who always has one answer on its way, over as many lives of the server as it takes. */
class Client {
  pending = null;
  acknowledged = [];
  sessions = [];

  constructor(run, number) {
    this.run = run;
    this.number = number;
    this.said = 0;
  }

  /** Answers until the run says stop; then waits for what is still on its way. */
  async live() {
    while (!this.run.finished(this)) {
      const life = this.run.life;
      try {
        await this.liveOnce();
      } catch (error) {
        // Only the end of a server excuses a broken connection.
        if (!life.killed) throw error;
        await life.next;
      }
    }
  }

  async liveOnce() {
    this.candidate ??= await Candidate.arrive(this.run.life.url);
    this.candidate.url = this.run.life.url;
    if (this.interview) await this.resume();
    else await this.startAnother();
    this.run.back(this);
    while (!this.run.finished(this)) {
      if (this.interview?.status === 'open') await this.answer();
      else await this.startAnother();
    }
  }

  /** Every other answer that turns out to be recorded is sent again all the same. */
  async resume() {
    const resumed = await this.interview.resume();
    if (resumed.type !== 'resumed') throw new Error(`no way back: ${JSON.stringify(resumed)}`);
    ++this.run.resumes;
    const told = this.interview.turns.find((turn) => this.isPending(turn));
    if (told && this.run.random() < 0.5) this.acknowledge(told);
    else if (this.pending) await this.deliver();
  }

  async startAnother() {
    await this.interview?.connection.close();
    const scenario = this.run.scenarios[this.number % this.run.scenarios.length];
    const next = await Interview.start(this.candidate, scenario, { seed: String(this.number) });
    this.interview = next;
    this.sessions.push(next.session);
  }

  async answer() {
    const phrase = phrases[Math.floor(this.run.random() * phrases.length)];
    const text = `${phrase} (${this.number}/${++this.said})`;
    this.pending = { session: this.interview.session, id: randomUUID(), text };
    await this.deliver();
  }

  async deliver() {
    const { session, id, text } = this.pending;
    this.interview.connection.send('answer', { id, text }, session);
    this.onItsWay = true;
    this.run.sent();
    const reply = await this.interview.reply(id);
    if (reply.type !== 'turn') throw new Error(`refused: ${JSON.stringify(reply)}`);
    this.acknowledge(reply);
  }

  isPending({ body: { input } }) {
    return input.kind === 'answer' && input.id === this.pending?.id;
  }

  acknowledge(turn) {
    this.acknowledged.push({ ...this.pending, seq: turn.seq });
    this.pending = null;
    this.onItsWay = false;
    this.run.acknowledgedOne();
  }
}

/** One server after the other on the same data, and the clients that live through them. */
class Run {
  kills = [];
  resumes = 0;
  acknowledged = 0;

  constructor(options, dataDir) {
    Object.assign(this, options);
    this.dataDir = dataDir;
    this.random = randomNumbers(options.seed);
    this.clients = Array.from({ length: options.clients }, (_, number) => new Client(this, number));
  }

  async begin() {
    await this.newLife();
    this.scenarios = await scenarioIds(await Candidate.arrive(this.life.url));
  }

  async newLife() {
    const args = [...unhurried, '--max-sessions', '100000'];
    const life = await startServer({ dataDir: this.dataDir, args });
    life.next = new Promise((resolve) => { life.isFollowed = resolve; });
    const { least, most } = acknowledgementsPerClient;
    const perClient = least + this.random() * (most - least);
    this.killAt = this.acknowledged + Math.ceil(perClient * this.clients.length);
    this.waitedFor = new Set(this.clients);
    this.life = life;
  }

  inFlight() { return this.clients.filter(({ onItsWay }) => onItsWay).length; }
  finished(client) { return this.done && client.pending === null; }
  back(client) { this.waitedFor.delete(client); this.maybeKill(); }
  sent() { this.maybeKill(); }
  acknowledgedOne() { ++this.acknowledged; }

  /** Over once everybody went on for a while after the last kill. */
  get done() {
    const wentOn = !this.life.killed && this.waitedFor.size === 0 && this.acknowledged >= this.killAt;
    return wentOn && this.kills.length === this.wantedKills;
  }

  /** Kills when the number drawn is reached, everybody is back and enough is on its way. */
  maybeKill() {
    if (this.life.killed || this.kills.length === this.wantedKills) return;
    if (this.acknowledged < this.killAt || this.waitedFor.size > 0) return;
    const inFlight = this.inFlight();
    if (inFlight < this.minInFlight) return;
    process.kill(this.life.pid, 'SIGKILL');
    this.life.killed = true;
    const kill = { acknowledged: this.acknowledged, inFlight };
    this.kills.push(kill);
    this.log(`kill ${this.kills.length}: ${kill.acknowledged} answers acknowledged, ${inFlight} in flight`);
    this.restart(this.life).catch((error) => this.fail(error));
  }

  async restart(life) {
    await life.stop('SIGKILL');
    for (const client of this.clients) client.onItsWay = false;
    await this.newLife();
    life.isFollowed();
  }

  async play() {
    const broken = new Promise((_, reject) => { this.fail = reject; });
    await Promise.race([broken, Promise.all(this.clients.map((client) => client.live()))]);
  }
}

/** What is wrong with one session as the server tells it, against what its client was told. */
export function faultsOf(session, events, acknowledged) {
  const faults = [];
  events.forEach(({ seq }, index) => {
    if (seq !== index + 1) faults.push(`${session}: event ${index + 1} is numbered ${seq}`);
  });
  for (const { id, seq, text } of acknowledged) {
    const found = events.filter(({ body }) => body.input.id === id);
    const same = found.length === 1 && found[0].seq === seq && found[0].body.input.text === text;
    if (!same) faults.push(`${session}: answer ${id} at ${seq} is there ${found.length} times`);
  }
  return faults;
}

async function faultsOfClient({ candidate, sessions, acknowledged }) {
  const faults = [];
  for (const session of sessions) {
    const { events } = await candidate.get(`/api/v1/sessions/${session}`);
    const told = acknowledged.filter((answer) => answer.session === session);
    faults.push(...faultsOf(session, events, told));
  }
  return faults;
}

function replayAll(dataDir) {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, ['replay', 'all', '--verify', '--data-dir', dataDir]);
    const said = [];
    child.stdout.on('data', (piece) => said.push(piece));
    child.stderr.on('data', (piece) => said.push(piece));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(said).toString() }));
  });
}

/**
 * Lets `clients` answer in closed loop and kills the server `kills` times, each time with at least
 * `minInFlight` answers sent and not acknowledged. Resolves to {kills: [{acknowledged, inFlight}],
 * acknowledged, resumes, sessions, faults: [text], replay: {code, output}}.
 */
export async function killRuns({ kills, clients, minInFlight, seed = 1, log = () => {} }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'curveball-crash-'));
  const run = new Run({ wantedKills: kills, clients, minInFlight, seed, log }, dataDir);
  try {
    await run.begin();
    await run.play();
    const faults = [];
    for (const client of run.clients) faults.push(...await faultsOfClient(client));
    await run.life.stop('SIGTERM');
    const sessions = run.clients.reduce((sum, client) => sum + client.sessions.length, 0);
    const { acknowledged, resumes } = run;
    return { kills: run.kills, acknowledged, resumes, sessions, faults, replay: await replayAll(dataDir) };
  } finally {
    await run.life?.stop('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
}
