// The bodies of docs/PROTOCOL.md section 3 (REST).
import {
  ending,
  interviewer,
  status,
  turnReader,
  type Ending,
  type Interviewer,
  type Turn,
} from './protocol.ts';
import { Unreadable, flag, integer, list, object, orNull, text, type Reader } from './shape.ts';

export interface Step {
  id: string;
  name: string;
}
export interface Card {
  id: string;
  version: number;
  hash: string;
  role: string;
  round: string;
  level: string;
  minutes: number;
  questions: number | null;
  title: string;
  summary: string;
  interviewer: Interviewer | null;
  criteria: { id: string; name: string; must_have: boolean }[];
}
export interface CardDetail extends Omit<Card, 'criteria'> {
  brief: string;
  scale: Step[];
  criteria: { id: string; name: string; must_have: boolean; anchors: string[] }[];
}
export interface Row {
  session: string;
  scenario: { id: string; version: number; hash: string; title: string; role: string };
  level: string;
  started_at_ms: number;
  ended_at_ms: number | null;
  status: 'open' | 'over';
  ending: Ending | null;
  verdict: Step | null;
  answers: number;
  parent: { session: string; seq: number } | null;
}
export interface Transcript extends Row {
  interviewer: Interviewer | null;
  events: Turn[];
  masked: Masked[]; // None while the interview is open.
}
export interface SessionPage {
  sessions: Row[];
  next: string | null;
}
export interface Deleted {
  deleted: number;
  backups: string[];
}

export interface Quote {
  seq: number;
  concept: string;
  name: string;
  strength_pm: number;
  credit_pm: number;
  counts_pm: number; // Of it, what is part of the coverage.
  pattern: number;
  rule: string | null;
  spans: Span[];
}
export interface Span {
  begin: number;
  end: number;
  kind: string;
  readAs?: string; // The word that it was taken for, where it is not that word itself.
}
// Words of an answer that gave no evidence.
export interface Masked {
  seq: number;
  begin: number;
  end: number;
  why: string;
}
export interface NotSaid {
  concept: string;
  name: string;
  advice: string;
  turn: string | null;
  worth_pm: number;
}
export interface CriterionReport {
  id: string;
  name: string;
  must_have: boolean;
  level: number;
  uncapped_level: number;
  coverage_pm: number;
  k: number;
  anchor: string;
  anchors: string[];
  rule: string;
  next_condition: string | null;
  limit: string | null;
  limiting_concept: string | null;
  quotes: Quote[];
  not_said: NotSaid[];
}
export interface FlagReport {
  concept: string;
  name: string;
  correction: string | null;
  capped: string[];
  quotes: Quote[];
}
export interface AskReport {
  turn: string;
  question: string;
  answers: number[];
  samples: { id: string; grade: string; text: string }[];
}
// The fewest changes that lift the verdict; `verdict` is null where nothing does.
export interface Lift {
  verdict: Step | null;
  words: string;
  smallest: boolean;
  elsewhere: boolean;
  say: { concept: string; name: string; advice: string; turn: string }[];
  fuller: { turn: string; words: number }[];
  unsay: { concept: string; name: string; correction: string | null }[];
}
export interface LevelView {
  level: string;
  verdict: Step;
  stopped_by: { id: string; name: string; level: number } | null;
  next_condition: string | null;
}
export interface Report {
  session: string;
  scenario: Row['scenario'];
  level: string;
  seed: string;
  engine_revision: number;
  time_scale_pm: number;
  verdict: { id: string; name: string; rule: string; why: string; scale: Step[] };
  mean_level_pm: number;
  partial: boolean;
  ending: Ending;
  answers: number;
  words: number;
  elapsed_ms: number;
  criteria: CriterionReport[];
  flags: FlagReport[];
  lift: Lift | null;
  levels: LevelView[];
  asks: AskReport[];
  curveballs: string[];
  delivery: unknown; // delivery.ts reads it.
  masked: Masked[];
  notes: { seq: number; text: string }[];
}

const step: Reader<Step> = object({ id: text, name: text });
const cardShape = {
  id: text,
  version: integer,
  hash: text,
  role: text,
  round: text,
  level: text,
  minutes: integer,
  questions: orNull(integer),
  title: text,
  summary: text,
  interviewer: orNull(interviewer),
};
const criterionShape = { id: text, name: text, must_have: flag };

export const readLibrary: Reader<{ scenarios: Card[] }> = object({
  scenarios: list(object({ ...cardShape, criteria: list(object(criterionShape)) })),
});

export const readCardDetail: Reader<CardDetail> = object({
  ...cardShape,
  brief: text,
  scale: list(step),
  criteria: list(object({ ...criterionShape, anchors: list(text) })),
});

const rowShape = {
  session: text,
  scenario: object({ id: text, version: integer, hash: text, title: text, role: text }),
  level: text,
  started_at_ms: integer,
  ended_at_ms: orNull(integer),
  status,
  ending: orNull(ending),
  verdict: orNull(step),
  answers: integer,
  parent: orNull(object({ session: text, seq: integer })),
};

export const readSessionPage: Reader<SessionPage> = object({
  sessions: list(object(rowShape)),
  next: orNull(text),
});

const masked: Reader<Masked> = object({
  seq: integer,
  begin: integer,
  end: integer,
  why: text,
});

export const readTranscript: Reader<Transcript> = object({
  ...rowShape,
  interviewer: orNull(interviewer),
  events: list(turnReader),
  masked: list(masked),
});

export const readDeleted: Reader<Deleted> = object({ deleted: integer, backups: list(text) });

const span: Reader<Span> = (value, at) => {
  if (!Array.isArray(value) || value.length < 3) throw new Unreadable(`${at} must be a span`);
  const [begin, end, kind, readAs]: unknown[] = value;
  const plain = { begin: integer(begin, at), end: integer(end, at), kind: text(kind, at) };
  return readAs === undefined ? plain : { ...plain, readAs: text(readAs, at) };
};

const quote: Reader<Quote> = object({
  seq: integer,
  concept: text,
  name: text,
  strength_pm: integer,
  credit_pm: integer,
  counts_pm: integer,
  pattern: integer,
  rule: orNull(text),
  spans: list(span),
});

const notSaid: Reader<NotSaid> = object({
  concept: text,
  name: text,
  advice: text,
  turn: orNull(text),
  worth_pm: integer,
});

const criterion: Reader<CriterionReport> = object({
  ...criterionShape,
  level: integer,
  uncapped_level: integer,
  coverage_pm: integer,
  k: integer,
  anchor: text,
  anchors: list(text),
  rule: text,
  next_condition: orNull(text),
  limit: orNull(text),
  limiting_concept: orNull(text),
  quotes: list(quote),
  not_said: list(notSaid),
});

const lift: Reader<Lift> = object({
  verdict: orNull(step),
  words: text,
  smallest: flag,
  elsewhere: flag,
  say: list(object({ concept: text, name: text, advice: text, turn: text })),
  fuller: list(object({ turn: text, words: integer })),
  unsay: list(object({ concept: text, name: text, correction: orNull(text) })),
});

const levelView: Reader<LevelView> = object({
  level: text,
  verdict: step,
  stopped_by: orNull(object({ id: text, name: text, level: integer })),
  next_condition: orNull(text),
});

export const readReport: Reader<Report> = object({
  session: text,
  scenario: rowShape.scenario,
  level: text,
  seed: text,
  engine_revision: integer,
  time_scale_pm: integer,
  verdict: object({ id: text, name: text, rule: text, why: text, scale: list(step) }),
  mean_level_pm: integer,
  partial: flag,
  ending,
  answers: integer,
  words: integer,
  elapsed_ms: integer,
  criteria: list(criterion),
  flags: list(
    object({
      concept: text,
      name: text,
      correction: orNull(text),
      capped: list(text),
      quotes: list(quote),
    }),
  ),
  lift: orNull(lift),
  levels: list(levelView),
  asks: list(
    object({
      turn: text,
      question: text,
      answers: list(integer),
      samples: list(object({ id: text, grade: text, text })),
    }),
  ),
  curveballs: list(text),
  delivery: (value: unknown) => value,
  masked: list(masked),
  notes: list(object({ seq: integer, text })),
});
