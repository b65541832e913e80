// From a report: which words of which answer count for what, and what was missing. Pure.
import type { CriterionReport, FlagReport, Masked, NotSaid, Quote, Report } from './records.ts';
import { joined, pieces, type Mark, type Piece } from './spans.ts';

// What a highlighted piece of an answer stands for.
export interface Evidence {
  key: string; // The same for all pieces of one quote.
  owner: string; // Id of the criterion, or of the red flag's concept.
  ownerName: string;
  flag: boolean;
  quote: Quote;
}

// What is lit in the transcript: everything (both null), one criterion or flag, one quote of it.
export interface Lit {
  owner: string | null;
  chosen: Evidence | null;
}

const ofQuotes = (
  owner: Pick<Evidence, 'owner' | 'ownerName' | 'flag'>,
  quotes: readonly Quote[],
): Evidence[] =>
  quotes.map((quote) => ({ ...owner, quote, key: `${owner.owner}.${quote.seq}.${quote.concept}` }));

const ofCriterion = ({ id, name, quotes }: CriterionReport) =>
  ofQuotes({ owner: id, ownerName: name, flag: false }, quotes);

const ofFlag = ({ concept, name, quotes }: FlagReport) =>
  ofQuotes({ owner: flagOwner(concept), ownerName: name, flag: true }, quotes);

// The element of a quote on its card.
export const quoteId = ({ key }: Evidence) => `q-${key}`;

export const flagOwner = (concept: string) => `flag.${concept}`;

export const evidenceOf = (report: Report): Evidence[] => [
  ...report.criteria.flatMap(ofCriterion),
  ...report.flags.flatMap(ofFlag),
];

// A stretch of an answer under the same evidence. Each piece of evidence reaches from its first word
// to its last and begins in exactly one stretch.
export interface Stretch {
  of: Evidence[]; // Empty: plain text.
  masked: Masked | null; // Why nothing that was looked for counts here.
  begins: Evidence[];
  words: Piece<Evidence>[]; // The text, cut where the words that count begin and end.
}

type Layer = { evidence: Evidence; isWord: boolean } | { masked: Masked };

function layersOf(evidence: Evidence): Mark<Layer>[] {
  const spans = evidence.quote.spans;
  if (spans.length === 0) return [];
  const begin = Math.min(...spans.map((span) => span.begin));
  const end = Math.max(...spans.map((span) => span.end));
  const words = spans.map((span) => ({ ...span, of: { evidence, isWord: true } }));
  return [{ begin, end, of: { evidence, isWord: false } }, ...joined(words)];
}

const withLayer = (piece: Piece<Layer>, isWord: boolean) =>
  piece.of.flatMap((layer) =>
    'evidence' in layer && layer.isWord === isWord ? [layer.evidence] : [],
  );

const maskOf = (piece: Piece<Layer>) =>
  piece.of.flatMap((layer) => ('masked' in layer ? [layer.masked] : []))[0] ?? null;

const sameItems = <T>(one: readonly T[], other: readonly T[]) =>
  one.length === other.length && one.every((item) => other.includes(item));

// The answer of event `seq` as stretches; their words joined give the answer again.
export function markedAnswer(
  answer: string,
  seq: number,
  all: readonly Evidence[],
  masks: readonly Masked[] = [],
): Stretch[] {
  const own = masks.filter((item) => item.seq === seq);
  const marks = [
    ...all.filter(({ quote }) => quote.seq === seq).flatMap(layersOf),
    ...own.map((item) => ({ begin: item.begin, end: item.end, of: { masked: item } })),
  ];
  const stretches: Stretch[] = [];
  for (const piece of pieces(answer, marks)) {
    const of = withLayer(piece, false);
    const word = { text: piece.text, of: withLayer(piece, true) };
    const masked = maskOf(piece);
    const last = stretches.at(-1);
    if (last && last.masked === masked && sameItems(last.of, of)) last.words.push(word);
    else {
      const begins = of.filter((item) => !last?.of.includes(item));
      stretches.push({ of, masked, begins, words: [word] });
    }
  }
  return stretches;
}

// A part of an answer that is shown away from it: `hit` words count, `gap` lies between them, and
// `around` is context.
export interface Excerpt {
  text: string;
  kind: 'hit' | 'gap' | 'around';
}

const contextWords = 3;
const longestGapWords = 10;

const firstWords = (text: string, count: number) =>
  text.match(new RegExp(`^\\s*(?:\\S+\\s+){0,${count}}`))?.[0] ?? '';
const lastWords = (text: string, count: number) =>
  text.match(new RegExp(`(?:\\s+\\S+){0,${count}}\\s*$`))?.[0] ?? '';

// What stands between or around hits, cut in its middle or at its far end when it is long.
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const head = isFirst ? '' : firstWords(text, contextWords);
  const tail = isLast ? '' : lastWords(text, contextWords);
  const most = isFirst || isLast ? contextWords : longestGapWords;
  if (text.split(/\s+/).length <= most + 1) return text;
  if (isFirst) return `… ${tail.trimStart()}`;
  return isLast ? `${head.trimEnd()} …` : `${head.trimEnd()} … ${tail.trimStart()}`;
}

// A quote with a few words around it, so that it can be read on its own.
export function excerptOf(answer: string, quote: Quote): Excerpt[] {
  const marks = joined(quote.spans.map(({ begin, end }) => ({ begin, end, of: quote })));
  const cut = pieces(answer, marks);
  return cut.map(({ text, of }, index) => {
    const [isFirst, isLast] = [index === 0, index === cut.length - 1];
    if (of.length > 0) return { text, kind: 'hit' };
    return { text: shortened(text, isFirst, isLast), kind: isFirst || isLast ? 'around' : 'gap' };
  });
}

// Words of the quote that were taken for other words: slips of the keyboard and synonyms.
export function takenFor(answer: string, quote: Quote): { written: string; word: string }[] {
  return quote.spans.flatMap((span) => {
    if (!span.readAs) return [];
    const marked = pieces(answer, [{ ...span, of: span }]).find(({ of }) => of.length > 0);
    return marked ? [{ written: marked.text, word: span.readAs }] : [];
  });
}

export interface Missed extends NotSaid {
  criterion: string;
}

// What would have been worth most comes first; equals keep the report's order.
export function missedOf(report: Report): Missed[] {
  return report.criteria
    .flatMap(({ name, not_said }) => not_said.map((item) => ({ ...item, criterion: name })))
    .sort((a, b) => b.worth_pm - a.worth_pm);
}

export type Credit = 'unprompted' | 'after_probe' | 'after_hint';

// How a quote came about, from its credit against the strength of its match.
export function creditOf(quote: Quote): Credit {
  const share = quote.strength_pm === 0 ? 0 : quote.credit_pm / quote.strength_pm;
  if (share > 0.75) return 'unprompted';
  return share > 0.375 ? 'after_probe' : 'after_hint';
}
