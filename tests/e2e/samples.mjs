// The strong samples of the shipped interviews, by turn: what a well-prepared candidate says.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const promptsDir = fileURLToPath(new URL('../../prompts', import.meta.url));

/** JSON with comments, which are dropped outside strings. */
export function parseWithComments(text) {
  const tokens = /"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return JSON.parse(text.replace(tokens, (token) => (token.startsWith('"') ? token : '')));
}

function jsonFilesBelow(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return entry.name === 'schemas' ? [] : jsonFilesBelow(path);
    return entry.name.endsWith('.json') ? [path] : [];
  });
}

function turnsOf(file) {
  const dialogues = (file.dialogues ?? []).flatMap((dialogue) => dialogue.turns);
  return [...(file.turns ?? []), ...dialogues];
}

/** Answers by turn id, of one scenario and of the files that all scenarios share. */
export function strongAnswers(scenario) {
  const files = jsonFilesBelow(promptsDir).map((path) => parseWithComments(readFileSync(path, 'utf8')));
  const wanted = files.filter(({ id, kind }) => id === scenario || kind === 'dialogues');
  const pairs = wanted.flatMap(turnsOf).map(({ id, exemplars = [] }) =>
    [id, exemplars.find(({ grade }) => grade === 'strong')?.text]);
  return new Map(pairs.filter(([, text]) => text));
}
