// Bundles every *.test.ts for Node and runs them, then the size budget of the real build.
import { readdir, rm } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import esbuild from 'esbuild';

const home = fileURLToPath(new URL('.', import.meta.url));
const out = join(home, 'node_modules/.cache/tests');

const names = (await readdir(join(home, 'src'))).filter((name) => name.endsWith('.test.ts')).sort();
await rm(out, { recursive: true, force: true });
await esbuild.build({
  absWorkingDir: home,
  entryPoints: names.map((name) => `src/${name}`),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node18',
  sourcemap: 'inline',
  logLevel: 'warning',
});

const bundled = names.map((name) => join(out, name.replace(/\.ts$/, '.mjs')));
const run = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', ...bundled, join(home, 'budget.test.mjs')],
  { cwd: home, stdio: 'inherit' },
);
process.exit(run.status ?? 1);
