// Evidence spans are byte offsets into UTF-8; a browser counts UTF-16 units. Pure.

export interface Mark<T> {
  begin: number; // UTF-8 bytes
  end: number;
  of: T;
}
export interface Piece<T> {
  text: string;
  of: T[]; // Everything that marks this piece, in the order given; empty: plain text.
}

export const byteLength = (text: string) => new TextEncoder().encode(text).length;

// UTF-16 index for each byte offset asked for. Offsets inside a character or past the end give the
// next boundary, so that a wrong span can never cut a character.
export function unitIndexes(text: string, offsets: Iterable<number>): Map<number, number> {
  const wanted = [...new Set(offsets)].sort((a, b) => a - b);
  const found = new Map<number, number>();
  let bytes = 0;
  let units = 0;
  let next = 0;
  const settle = () => {
    for (; next < wanted.length && wanted[next]! <= bytes; next++) found.set(wanted[next]!, units);
  };
  settle();
  for (const character of text) {
    bytes += byteLength(character);
    units += character.length;
    settle();
  }
  for (; next < wanted.length; next++) found.set(wanted[next]!, units);
  return found;
}

// Cuts the text at every border of a mark; the pieces joined give the text again.
export function pieces<T>(text: string, marks: Mark<T>[]): Piece<T>[] {
  const units = unitIndexes(
    text,
    marks.flatMap((mark) => [mark.begin, mark.end]),
  );
  const placed = marks
    .map((mark) => ({ begin: units.get(mark.begin)!, end: units.get(mark.end)!, of: mark.of }))
    .filter((mark) => mark.begin < mark.end);
  const borders = new Set([0, text.length]);
  for (const mark of placed) borders.add(mark.begin).add(mark.end);
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const begin = cuts[index]!;
    const over = placed.filter((mark) => mark.begin <= begin && end <= mark.end);
    return { text: text.slice(begin, end), of: over.map((mark) => mark.of) };
  });
}

// Marks of one owner that only a gap of one byte (a space, a comma) keeps apart read better as one.
export function joined<T>(marks: Mark<T>[]): Mark<T>[] {
  const sorted = [...marks].sort((a, b) => a.begin - b.begin);
  const result: Mark<T>[] = [];
  for (const mark of sorted) {
    const last = result.at(-1);
    if (last && mark.begin <= last.end + 1) last.end = Math.max(last.end, mark.end);
    else result.push({ ...mark });
  }
  return result;
}

// A lone half of a surrogate pair cannot be written in UTF-8; it becomes U+FFFD as it would anyway.
export const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\uFFFD');
