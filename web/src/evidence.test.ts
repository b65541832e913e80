import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  creditOf,
  evidenceOf,
  excerptOf,
  markedAnswer,
  missedOf,
  takenFor,
  type Stretch,
} from './evidence.ts';
import { exampleTurns, frameText } from './frames.ts';
import { readReport, type Report } from './records.ts';
import { readText } from './shape.ts';

const report: Report = readText(frameText('rest_report'), readReport)!;
const answers = new Map(
  exampleTurns().map(({ seq, body }) => [seq, body.input.kind === 'answer' ? body.input.text : '']),
);

const textOf = ({ words }: Stretch) => words.map(({ text }) => text).join('');
const span = (begin: number, end: number) => ({ begin, end, kind: 'exact' });

test('The highlighted words are the words that were said', () => {
  const quote = report.criteria[0]!.quotes[0]!;
  const hits = excerptOf(answers.get(2)!, quote).filter(({ kind }) => kind === 'hit');

  assert.deepEqual(
    hits.map(({ text }) => text),
    ['long pole', 'everything', 'waits'],
  );
});

test('A slip of the keyboard is shown with the word that it was read as', () => {
  const slip = { begin: 7, end: 13, kind: 'typo', readAs: 'energy' };
  const quote = { ...report.criteria[0]!.quotes[0]!, spans: [span(0, 2), slip] };

  assert.deepEqual(takenFor('It was enegry.', quote), [{ written: 'enegry', word: 'energy' }]);
});

// The quote of the words `hits` in `answer`, as one text.
function excerptText(answer: string, hits: string[]): string {
  const spans = hits.map((hit) => {
    const begin = Buffer.byteLength(answer.slice(0, answer.indexOf(hit)));
    return { begin, end: begin + Buffer.byteLength(hit), kind: 'exact' };
  });
  const quote = { ...report.criteria[0]!.quotes[0]!, spans };
  return excerptOf(answer, quote)
    .map(({ text }) => text)
    .join('');
}

test('An excerpt keeps a few words around the hit and says where it was cut', () => {
  const answer = 'one two three four five HIT six seven eight nine ten';

  assert.equal(excerptText(answer, ['HIT']), '… three four five HIT six seven eight …');
});

test('A short answer is quoted whole, and a short gap between two hits too', () => {
  assert.equal(excerptText('Is it real, then?', ['Is', 'real']), 'Is it real, then?');
});

test('A long gap between two hits is cut in its middle', () => {
  const answer = `A ${'w '.repeat(20)}B`;

  assert.equal(excerptText(answer, ['A', 'B']), 'A w w w … w w w B');
});

test('A marked answer reads like the answer and names the criterion of each phrase', () => {
  const marked = markedAnswer(answers.get(2)!, 2, evidenceOf(report));
  const owners = marked.filter(({ of }) => of.length > 0).map(({ of }) => of[0]!.owner);

  assert.equal(marked.map(textOf).join(''), answers.get(2));
  assert.deepEqual(owners, ['dependencies']);
});

test('One piece of evidence is one stretch, from its first word to its last', () => {
  const quote = { ...report.criteria[0]!.quotes[0]!, seq: 1, spans: [span(2, 5), span(9, 10)] };

  const marked = markedAnswer('a bcd ef g h', 1, [{ ...evidenceOf(report)[0]!, quote }]);

  assert.deepEqual(marked.map(textOf), ['a ', 'bcd ef g', ' h']);
});

test('Where evidence overlaps each piece begins in one stretch, and no text is lost', () => {
  const one = evidenceOf(report)[0]!;
  const at = (key: string, begin: number, end: number) => ({
    ...one,
    key,
    quote: { ...one.quote, seq: 1, spans: [span(begin, end)] },
  });

  const marked = markedAnswer('0123456789', 1, [at('a', 1, 6), at('b', 4, 9), at('c', 4, 5)]);

  assert.deepEqual(marked.map(textOf), ['0', '123', '4', '5', '678', '9']);
  assert.deepEqual(
    marked.map(({ begins }) => begins.map(({ key }) => key).join('')),
    ['', 'a', 'bc', '', '', ''],
  );
});

test('Evidence of a red flag is told apart from evidence for a criterion', () => {
  const marked = markedAnswer(answers.get(5)!, 5, evidenceOf(report));
  const flags = marked.filter(({ of }) => of.some(({ flag }) => flag));

  assert.deepEqual(flags.map(textOf), ['not escalate']);
});

test('Evidence of another answer marks nothing here', () => {
  const marked = markedAnswer(answers.get(2)!, 3, evidenceOf(report));

  assert.deepEqual(
    marked.map(({ of }) => of.length),
    [0],
  );
});

test('What was not said is ranked by what it would have been worth', () => {
  const worth = missedOf(report).map(({ worth_pm }) => worth_pm);

  assert.deepEqual(worth, [667, 333, 333]);
});

test('Credit tells how the words came about, also for a weaker match', () => {
  const quote = report.criteria[0]!.quotes[0]!;

  assert.equal(creditOf(quote), 'unprompted');
  assert.equal(creditOf({ ...quote, strength_pm: 600, credit_pm: 600 }), 'unprompted');
  assert.equal(creditOf({ ...quote, strength_pm: 600, credit_pm: 300 }), 'after_probe');
  assert.equal(creditOf({ ...quote, strength_pm: 600, credit_pm: 150 }), 'after_hint');
  assert.equal(creditOf({ ...quote, strength_pm: 0, credit_pm: 0 }), 'after_hint');
});

const masked = (begin: number, end: number, reason = 'list', seq = 1) => ({
  seq,
  begin,
  end,
  why: `because of ${reason}`,
});

test('Masked words are a stretch of their own, and no text is lost', () => {
  const quote = { ...report.criteria[0]!.quotes[0]!, seq: 1, spans: [span(0, 5)] };
  const evidence = [{ ...evidenceOf(report)[0]!, quote }];

  const marked = markedAnswer('owner café slack then', 1, evidence, [masked(6, 17)]);

  assert.deepEqual(marked.map(textOf), ['owner', ' ', 'café slack', ' then']);
  assert.deepEqual(
    marked.map((stretch) => stretch.masked?.why ?? null),
    [null, null, 'because of list', null],
  );
});

test('A red flag inside masked words is marked as both', () => {
  const quote = { ...report.criteria[0]!.quotes[0]!, seq: 1, spans: [span(6, 11)] };
  const marked = markedAnswer('slack blame owner', 1, [{ ...evidenceOf(report)[0]!, quote }], [
    masked(0, 17),
  ]);

  assert.deepEqual(marked.map(textOf), ['slack ', 'blame', ' owner']);
  assert.ok(marked.every((stretch) => stretch.masked !== null));
  assert.equal(marked[1]!.of.length, 1);
});

test('What is masked in another answer is not masked here', () => {
  const marked = markedAnswer('one two', 1, [], [masked(0, 7, 'list', 2)]);

  assert.deepEqual(marked.map(textOf), ['one two']);
  assert.equal(marked[0]!.masked, null);
});
