// From a report: which words of which answer count for what, and what was missing. Pure.
import type { CriterionReport, FlagReport, NotSaid, Quote, Report } from './records.ts';
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

export const flagOwner = (concept: string) => `flag.${concept}`;

export const evidenceOf = (report: Report): Evidence[] => [
  ...report.criteria.flatMap(ofCriterion),
  ...report.flags.flatMap(ofFlag),
];

// The answer of event `seq`, cut where evidence begins and ends.
export function markedAnswer(
  answer: string,
  seq: number,
  all: readonly Evidence[],
): Piece<Evidence>[] {
  const marks: Mark<Evidence>[] = all
    .filter((evidence) => evidence.quote.seq === seq)
    .flatMap((evidence) =>
      joined(evidence.quote.spans.map(({ begin, end }) => ({ begin, end, of: evidence }))),
    );
  return pieces(answer, marks);
}

// A stretch of an answer that is shown away from it: `hit` words count, the others are context.
export interface Excerpt {
  text: string;
  hit: boolean;
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
  return cut.map(({ text, of }, index) =>
    of.length > 0
      ? { text, hit: true }
      : { text: shortened(text, index === 0, index === cut.length - 1), hit: false },
  );
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
