// Builds the web client into dist/: hashed, minified and precompressed; the same input gives the
// same bytes. `node build.mjs --watch` keeps an uncompressed build fresh while you work.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import esbuild from 'esbuild';

const home = fileURLToPath(new URL('.', import.meta.url));
const dist = join(home, 'dist');
const watching = process.argv.includes('--watch');

// The icon gets its hash here because only the page names it.
async function placeIcon() {
  const bytes = await readFile(join(home, 'src/icon.svg'));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase();
  const name = `assets/icon-${hash}.svg`;
  await mkdir(join(dist, 'assets'), { recursive: true });
  await writeFile(join(dist, name), bytes);
  return name;
}

// Inputs and outputs of the bundle -> the names that the page needs. What the entry imports at once
// is fetched beside it, and not only after it has been read.
function bundleNames(metafile) {
  const isEntry = ([, { entryPoint }]) => entryPoint === options.entryPoints[0];
  const [name, entry] = Object.entries(metafile.outputs).find(isEntry);
  const local = (path) => relative(dist, join(home, path)).split('\\').join('/');
  const beside = entry.imports.filter(({ kind }) => kind === 'import-statement');
  const preloads = beside.map(({ path }) => `<link rel="modulepreload" href="/${local(path)}" />`);
  return { script: local(name), style: local(entry.cssBundle), preloads: preloads.join('\n    ') };
}

function fill(template, names) {
  return template.replace(/\{(\w+)\}/g, (_, key) => names[key]);
}

async function writePage(metafile) {
  const template = await readFile(join(home, 'index.html'), 'utf8');
  const page = fill(template, { ...bundleNames(metafile), icon: await placeIcon() });
  await writeFile(join(dist, 'index.html'), page);
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = entries.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
  return (await Promise.all(nested)).flat();
}

async function compress(path) {
  const bytes = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${path}.br`, brotliCompressSync(bytes, { params }));
  await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9, memLevel: 9 }));
}

const finish = {
  name: 'finish',
  setup(build) {
    build.onEnd(async (result) => {
      if (result.errors.length > 0) return;
      await writePage(result.metafile);
      if (!watching) await Promise.all((await filesBelow(dist)).map(compress));
    });
  },
};

const options = {
  absWorkingDir: home,
  entryPoints: ['src/main.tsx'],
  entryNames: 'assets/app-[hash]',
  chunkNames: 'assets/[name]-[hash]',
  splitting: true,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  target: ['es2022'],
  charset: 'utf8',
  tsconfigRaw: { compilerOptions: {} },
  jsx: 'transform',
  jsxFactory: 'h',
  jsxFragment: 'Fragment',
  inject: ['src/jsx.ts'],
  minify: !watching,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [finish],
};

await rm(dist, { recursive: true, force: true });
if (watching) {
  await (await esbuild.context(options)).watch();
} else {
  await esbuild.build(options);
}
