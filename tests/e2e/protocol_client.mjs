// A small client of Curveball, written from docs/PROTOCOL.md alone and sharing nothing with web/
// or server/. One Candidate is one cookie; one Connection is one WebSocket; one Interview follows
// one session over as many connections as it takes.

import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { createRequire } from 'node:module';

const { WebSocket } = createRequire(new URL('../../web/package.json', import.meta.url))('ws');

// How long any single answer of the server may take before a test gives up on it.
const patienceMs = 30_000;

const practicePath = '/api/v1/practice';

/** One HTTP request on a connection of its own: {status, headers, body (a Buffer)}. */
export function ask(url, path, { method = 'GET', headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method, headers, agent: false }, (answer) => {
      const pieces = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) }));
    });
    sent.setTimeout(patienceMs, () => sent.destroy(new Error(`no answer to ${method} ${path}`)));
    sent.on('error', reject);
    sent.end();
  });
}

/** The status with which the server refuses a WebSocket handshake; 101 when it accepts. */
export function handshakeStatus(url, headers) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(practiceUrl(url), { headers });
    socket.on('open', () => { socket.terminate(); resolve(101); });
    socket.on('unexpected-response', (_, answer) => { answer.destroy(); resolve(answer.statusCode); });
    socket.on('error', reject);
  });
}

function practiceUrl(url) {
  return new URL(practicePath, url).href.replace(/^http/, 'ws');
}

/** Whoever holds one candidate cookie. `url` may change: a server that comes back may move. */
export class Candidate {
  constructor(url, cookie) {
    this.url = url;
    this.cookie = cookie;
  }

  /** Fetches the library without a cookie and keeps the one that comes. */
  static async arrive(url) {
    const answer = await ask(url, '/api/v1/library');
    const given = (answer.headers['set-cookie'] ?? []).find((line) => line.startsWith('curveball='));
    if (!given) throw new Error('the library came without a candidate cookie');
    return new Candidate(url, given.split(';')[0]);
  }

  ask(path, { method = 'GET', headers = {} } = {}) {
    return ask(this.url, path, { method, headers: { cookie: this.cookie, ...headers } });
  }

  /** The JSON at `path`; anything but 200 is an error. */
  async get(path) {
    const answer = await this.ask(path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`);
    return JSON.parse(answer.body);
  }

  connect() {
    return Connection.open(this.url, this.cookie);
  }
}

/** One WebSocket. Frames wait in order until `next` takes them. */
export class Connection {
  #socket;
  #frames = [];
  #wake = () => {};
  #end = null;

  constructor(socket) {
    this.#socket = socket;
    socket.on('message', (data) => { this.#frames.push(JSON.parse(data)); this.#wake(); });
    socket.on('error', () => {});
    this.closed = new Promise((resolve) => socket.on('close', (code) => {
      this.#end = code;
      this.#wake();
      resolve(code);
    }));
  }

  static open(url, cookie) {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(practiceUrl(url), {
        headers: { cookie }, perMessageDeflate: false, handshakeTimeout: patienceMs });
      const connection = new Connection(socket);
      socket.on('open', () => resolve(connection));
      socket.on('error', reject);
    });
  }

  /** Any bytes as one text frame, or as a binary one. */
  sendRaw(bytes, { binary = false } = {}) {
    this.#socket.send(bytes, { binary });
  }

  send(type, body, session) {
    this.sendRaw(JSON.stringify(session ? { v: 1, type, session, body } : { v: 1, type, body }));
  }

  /** The next frame. Throws when the connection ends before it, or when nothing comes. */
  async next() {
    const deadline = Date.now() + patienceMs;
    while (this.#frames.length === 0) {
      if (this.#end !== null) throw new Error(`closed with ${this.#end} before a frame came`);
      if (Date.now() >= deadline) throw new Error('no frame came');
      await this.#change(deadline - Date.now());
    }
    return this.#frames.shift();
  }

  /** The frames that came and were not taken. */
  rest() { return this.#frames.splice(0); }

  /** The next frame that `wanted` accepts; the ones before it are dropped. */
  async until(wanted) {
    for (;;) {
      const frame = await this.next();
      if (wanted(frame)) return frame;
    }
  }

  /** Closes like a client that leaves; resolves to the code that the server answers with. */
  close() {
    this.#socket.close(1000);
    return this.closed;
  }

  /** Tears the TCP connection down without a word. */
  drop() {
    this.#socket.terminate();
    return this.closed;
  }

  pause() { this.#socket.pause(); }
  unpause() { this.#socket.resume(); }

  #change(withinMs) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.#wake = () => { clearTimeout(timer); resolve(); };
    });
  }
}

/** One session as its client knows it: every turn once, in order. */
export class Interview {
  constructor(candidate, connection) {
    this.candidate = candidate;
    this.connection = connection;
    this.turns = [];
  }

  /** Starts `scenario` on a new connection; time limits are off unless `options` says else. */
  static async start(candidate, scenario, options = {}) {
    const interview = new Interview(candidate, await candidate.connect());
    const body = { id: randomUUID(), scenario, seed: '7', time_scale_pm: 0, ...options };
    interview.connection.send('start', body);
    const first = await interview.reply(body.id);
    if (first.type !== 'turn') throw new Error(JSON.stringify(first));
    interview.session = first.session;
    return interview;
  }

  get lastSeq() { return this.turns.length; }
  get prompt() { return this.turns.at(-1).body.prompt; }
  get status() { return this.turns.at(-1).body.status; }

  /** The turn or the refusal of `id`; turns on the way to it are kept. A bad id is not named back. */
  async reply(id) {
    for (;;) {
      const frame = await this.connection.next();
      if (frame.type === 'turn') this.keep(frame);
      if (frame.type === 'turn' && frame.body.input.id === id) return frame;
      if (frame.type === 'refused' && (frame.body.id ?? id) === id) return frame;
    }
  }

  /** Waits for the turn after the last one that is kept. */
  async nextTurn() {
    const frame = await this.connection.until(({ type }) => type === 'turn');
    this.keep(frame);
    return frame;
  }

  answer(text, id = randomUUID()) {
    this.connection.send('answer', { id, text }, this.session);
    return this.reply(id);
  }

  command(name, id = randomUUID()) {
    this.connection.send('command', { id, name }, this.session);
    return this.reply(id);
  }

  /** Goes on over `connection` (a new one when none is given); resolves to the `resumed` frame. */
  async resume(connection) {
    this.connection = connection ?? (await this.candidate.connect());
    this.connection.send('resume', { after: this.lastSeq }, this.session);
    const resumed = await this.connection.next();
    if (resumed.type !== 'resumed') return resumed;
    while (this.lastSeq < resumed.body.last_seq) await this.nextTurn();
    return resumed;
  }

  /** A recorded turn that comes again is no news; a gap is a broken promise. */
  keep(frame) {
    if (frame.seq > this.lastSeq + 1) throw new Error(`turn ${frame.seq} after ${this.lastSeq}`);
    if (frame.seq === this.lastSeq + 1) this.turns.push(frame);
  }
}
