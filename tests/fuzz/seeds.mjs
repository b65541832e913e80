// node seeds.mjs ROOT TARGET FOLDER: writes what a fuzzer begins from, one file each: the patterns of
// docs/MATCHING.md with their first example, or the answers of tests/corpus.
import { readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const [root, target, folder] = process.argv.slice(2);

function patterns() {
  const manual = readFileSync(join(root, 'docs/MATCHING.md'), 'utf8');
  return [...manual.matchAll(/```pattern\n(.*)\n[+-] (.*)\n/g)].map(([, pattern, answer]) => `${pattern}\n${answer}`);
}

function answers() {
  const corpus = join(root, 'tests/corpus');
  return readdirSync(corpus)
    .map((question) => join(corpus, question, 'answers.jsonl'))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line).text);
}

const seeds = {
  pattern: patterns,
  text: answers,
  scorer: () => answers().map((answer, i) => String.fromCharCode(97 + (i % 26)) + answer),
};

seeds[target]().forEach((seed, i) => writeFileSync(join(folder, `seed-${i}`), seed));
