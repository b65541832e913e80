// What a browser must load before the first screen stays small, and the page stays CSP-safe.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const home = fileURLToPath(new URL('.', import.meta.url));
const assets = join(home, 'dist/assets');
const scriptBudget = 25 * 1024;
const styleBudget = 8 * 1024;

const build = () => execFileSync(process.execPath, ['build.mjs'], { cwd: home });
const gzipSize = (ending) =>
  readdirSync(assets)
    .filter((name) => name.endsWith(`${ending}.gz`))
    .reduce((sum, name) => sum + readFileSync(join(assets, name)).length, 0);
const everything = () =>
  [home + 'dist', assets].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(folder, entry.name)).toString('base64')]),
  );

before(build);

test('All script together stays within 25 kB of gzip', () => {
  const size = gzipSize('.js');

  assert.ok(size > 0 && size <= scriptBudget, `${size} of ${scriptBudget} bytes`);
});

test('All style together stays within 8 kB of gzip', () => {
  const size = gzipSize('.css');

  assert.ok(size > 0 && size <= styleBudget, `${size} of ${styleBudget} bytes`);
});

test('Building twice gives the same files, byte for byte', () => {
  const first = everything();

  build();

  assert.deepEqual(everything(), first);
});

test('The page has no inline script and no inline style', () => {
  const page = readFileSync(join(home, 'dist/index.html'), 'utf8');

  assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son\w+=/);
  assert.match(page, /<script type="module" src="\/assets\/app-[A-Z0-9]{8}\.js">/);
});

test('Both compressed forms hold the same bytes as the plain file', () => {
  for (const name of readdirSync(assets).filter((entry) => /\.(js|css|svg)$/.test(entry))) {
    const plain = readFileSync(join(assets, name));

    assert.deepEqual(brotliDecompressSync(readFileSync(join(assets, `${name}.br`))), plain);
    assert.deepEqual(gunzipSync(readFileSync(join(assets, `${name}.gz`))), plain);
  }
});
