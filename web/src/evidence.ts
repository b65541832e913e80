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
export function markedAnswer(answer: string, seq: number, all: readonly Evidence[]): Piece<Evidence>[] {
  const marks: Mark<Evidence>[] = all
    .filter((evidence) => evidence.quote.seq === seq)
    .flatMap((evidence) =>
      joined(evidence.quote.spans.map(({ begin, end }) => ({ begin, end, of: evidence }))),
    );
  return pieces(answer, marks);
}

// The words of a quote, in order, for showing them away from their answer.
export function wordsOf(answer: string, quote: Quote): string[] {
  const marks = joined(quote.spans.map(({ begin, end }) => ({ begin, end, of: quote })));
  return pieces(answer, marks).filter((piece) => piece.of.length > 0).map((piece) => piece.text);
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
