import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byteLength, joined, pieces, unitIndexes, wellFormed } from './spans.ts';

// Byte span of `part` in `text`, the way the server counts.
function spanOf(text: string, part: string) {
  const begin = byteLength(text.slice(0, text.indexOf(part)));
  return { begin, end: begin + byteLength(part), of: part };
}

const texts = [
  'plain words only',
  'caf\u00e9 and na\u00efve – quotes “here”',
  'combining e\u0301 then a\u0308 and Zo\u0065\u0308',
  'rocket 🚀 family 👨‍👩‍👧 and flag 🇳🇱 end',
  '漢字と words',
];

test('Bytes become units in plain, accented, combined and wide text', () => {
  for (const text of texts) {
    for (const part of text.split(' ').filter(Boolean)) {
      const { begin, end } = spanOf(text, part);
      const units = unitIndexes(text, [begin, end]);

      assert.equal(text.slice(units.get(begin), units.get(end)), part, text);
    }
  }
});

test('An offset inside a character never cuts it', () => {
  const text = 'a🚀b';

  for (const offset of [2, 3, 4]) assert.equal(unitIndexes(text, [offset]).get(offset), 3);
});

test('An offset past the end gives the end', () => {
  assert.equal(unitIndexes('ab', [99]).get(99), 2);
});

test('Pieces joined give the text again, whatever is marked', () => {
  for (const text of texts) {
    const marks = text
      .split(' ')
      .filter(Boolean)
      .map((part) => spanOf(text, part));
    const overlapping = { begin: 1, end: byteLength(text) - 1, of: 'all' };

    const cut = pieces(text, [...marks, overlapping]);

    assert.equal(cut.map((piece) => piece.text).join(''), text);
  }
});

test('Where two marks overlap the piece belongs to both', () => {
  const cut = pieces('one two three', [
    { begin: 0, end: 7, of: 'a' },
    { begin: 4, end: 13, of: 'b' },
  ]);

  assert.deepEqual(cut, [
    { text: 'one ', of: ['a'] },
    { text: 'two', of: ['a', 'b'] },
    { text: ' three', of: ['b'] },
  ]);
});

test('A text without marks is one plain piece, and an empty text has none', () => {
  assert.deepEqual(pieces('quiet', []), [{ text: 'quiet', of: [] }]);
  assert.deepEqual(pieces('', []), []);
});

test('Marks that only a space keeps apart become one', () => {
  const marks = [
    { begin: 5, end: 9, of: 1 },
    { begin: 0, end: 4, of: 1 },
    { begin: 11, end: 12, of: 1 },
  ];

  assert.deepEqual(joined(marks), [
    { begin: 0, end: 9, of: 1 },
    { begin: 11, end: 12, of: 1 },
  ]);
});

test('Half a surrogate pair becomes a replacement character and a whole pair stays', () => {
  assert.equal(wellFormed('a\uD83D b🚀'), 'a\uFFFD b🚀');
});
