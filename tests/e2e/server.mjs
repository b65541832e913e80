// Starts and stops a real server for tests, on a port that the system picks.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

// How long a server may take to say where it listens.
const startMs = 30_000;

export const binary = process.env.CURVEBALL_BIN ?? join(root, 'build/release/server/curveball');

/**
 * A running server: {url, port, pid, dataDir, stop}. `stop(signal)` sends the signal (SIGTERM when
 * left out), waits for the end and resolves to {code, signal}. Without `dataDir` the server gets a
 * new one, which goes with it. `port` is for a server that comes back where it was.
 */
export async function startServer({ dataDir, port = 0, args = [] } = {}) {
  const dir = dataDir ?? mkdtempSync(join(tmpdir(), 'curveball-'));
  const prompts = args.includes('--prompts') ? [] : ['--prompts', join(root, 'prompts')];
  const child = spawn(binary, ['serve', '--port', String(port), '--data-dir', dir, ...prompts, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  const url = await addressOf(child);
  const stop = async (signal = 'SIGTERM') => {
    child.kill(signal);
    const end = await exited;
    if (!dataDir) rmSync(dir, { recursive: true, force: true });
    return end;
  };
  return { url, port: Number(new URL(url).port), pid: child.pid, dataDir: dir, stop };
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    const said = [];
    const giveUp = (why) => { child.kill('SIGKILL'); reject(new Error(`${why}\n${said.join('\n')}`)); };
    const timer = setTimeout(() => giveUp('the server did not say its address'), startMs);
    const listen = (line) => {
      said.push(line);
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
      if (address) { clearTimeout(timer); resolve(address[0]); }
    };
    createInterface({ input: child.stdout }).on('line', listen);
    createInterface({ input: child.stderr }).on('line', listen);
    child.on('error', reject);
    child.on('exit', (code) => { clearTimeout(timer); giveUp(`the server ended with ${code}`); });
  });
}
