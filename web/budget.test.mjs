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
const firstScriptBudget = 25 * 1024;
// The report explains a score: receipts, what would lift it, other levels, what did not count. It is
// fetched after the first screen, by those who have a result to read.
const laterScriptBudget = 10 * 1024;
const styleBudget = 8 * 1024;

const build = () => execFileSync(process.execPath, ['build.mjs'], { cwd: home });
const pageText = () => readFileSync(join(home, 'dist/index.html'), 'utf8');
const gzipSize = (ending, counts = () => true) =>
  readdirSync(assets)
    .filter((name) => name.endsWith(`${ending}.gz`) && counts(name.slice(0, -'.gz'.length)))
    .reduce((sum, name) => sum + readFileSync(join(assets, name)).length, 0);

// What the page names is loaded at once, and so is what that imports by name.
function firstScripts() {
  const first = new Set();
  const follow = (name) => {
    if (first.has(name)) return;
    first.add(name);
    const script = readFileSync(join(assets, name), 'utf8');
    for (const [, next] of script.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g)) follow(next);
  };
  for (const [, name] of pageText().matchAll(/"\/assets\/([\w-]+\.js)"/g)) follow(name);
  return first;
}
const everything = () =>
  [home + 'dist', assets].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(folder, entry.name)).toString('base64')]),
  );

before(build);

test('The script of the first view stays within 25 kB of gzip', () => {
  const first = firstScripts();
  const size = gzipSize('.js', (name) => first.has(name));

  assert.ok(size > 0 && size <= firstScriptBudget, `${size} of ${firstScriptBudget} bytes`);
});

test('The script that is loaded later stays within 10 kB of gzip', () => {
  const first = firstScripts();
  const size = gzipSize('.js', (name) => !first.has(name));

  assert.ok(size > 0 && size <= laterScriptBudget, `${size} of ${laterScriptBudget} bytes`);
});

test('The page names every script of the first view, so that they load side by side', () => {
  const named = [...pageText().matchAll(/"\/assets\/([\w-]+\.js)"/g)].map(([, name]) => name);

  assert.deepEqual(named.sort(), [...firstScripts()].sort());
});

test('Every file but the page has its hash in its name', () => {
  const hashed = /^[a-z]+-[A-Z0-9]{8}\.(js|css|svg)(\.br|\.gz)?$/;
  const unhashed = readdirSync(assets).filter((name) => !hashed.test(name));

  assert.deepEqual(unhashed, []);
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
  const page = pageText();

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
