// The messages of docs/PROTOCOL.md section 2: what arrives is read, what leaves is written here.
import {
  byField,
  integer,
  list,
  object,
  oneOf,
  orNull,
  readText,
  text,
  type Reader,
} from './shape.ts';

export const answerBytes = 16_384;
export const closedByNewer = 4000;
export const closedByRate = 1008;

export type TimeScale = 0 | 1000 | 1500 | 2000;
export type CommandName = 'hint' | 'repeat' | 'skip' | 'end';

export type Input =
  | { kind: 'start'; id: string }
  | { kind: 'answer'; id: string; text: string }
  | { kind: 'command'; id: string; name: CommandName }
  | { kind: 'timer'; name: 'soft' | 'hard' };

const lineKinds = [
  'say',
  'ask',
  'probe',
  'hint',
  'clarify',
  'nudge',
  'no_answer',
  'resume',
  'repeat',
  'notice',
  'end',
] as const;
export type LineKind = (typeof lineKinds)[number];
export interface Line {
  kind: LineKind;
  id: string;
  text: string;
}

export interface Prompt {
  number: number;
  turn: string;
  probe: string | null;
  asked_at_elapsed_ms: number;
  soft_ms: number | null;
  hard_ms: number | null;
  hints_left: number;
}

export type Ending = 'finished' | 'ended_early' | 'fault';
export interface TurnBody {
  at_ms: number;
  elapsed_ms: number;
  input: Input;
  lines: Line[];
  curveball: string | null;
  prompt: Prompt | null;
  status: 'open' | 'over';
  ending: Ending | null;
}
// One recorded event.
export interface Turn {
  type: 'turn';
  session: string;
  seq: number;
  body: TurnBody;
}
export interface Interviewer {
  name: string;
  role: string;
}
export interface Resumed {
  type: 'resumed';
  session: string;
  body: {
    scenario: {
      id: string;
      version: number;
      hash: string;
      title: string;
      interviewer: Interviewer | null;
    };
    last_seq: number;
    elapsed_ms: number;
    time_scale_pm: number;
    status: 'open' | 'over';
  };
}
export interface Refused {
  type: 'refused';
  session: string | null;
  body: { code: string; message: string; id: string | null };
}
export type ServerFrame = Turn | Resumed | Refused;

const inputReader = byField<Input>('kind', {
  start: object({ kind: oneOf('start'), id: text }),
  answer: object({ kind: oneOf('answer'), id: text, text }),
  command: object({
    kind: oneOf('command'),
    id: text,
    name: oneOf('hint', 'repeat', 'skip', 'end'),
  }),
  timer: object({ kind: oneOf('timer'), name: oneOf('soft', 'hard') }),
});

const promptReader: Reader<Prompt> = object({
  number: integer,
  turn: text,
  probe: orNull(text),
  asked_at_elapsed_ms: integer,
  soft_ms: orNull(integer),
  hard_ms: orNull(integer),
  hints_left: integer,
});

export const ending = oneOf('finished', 'ended_early', 'fault');
export const status = oneOf('open', 'over');

export const turnReader: Reader<Turn> = object({
  type: oneOf('turn'),
  session: text,
  seq: integer,
  body: object({
    at_ms: integer,
    elapsed_ms: integer,
    input: inputReader,
    lines: list(object({ kind: oneOf(...lineKinds), id: text, text })),
    curveball: orNull(text),
    prompt: orNull(promptReader),
    status,
    ending: orNull(ending),
  }),
});

export const interviewer: Reader<Interviewer> = object({ name: text, role: text });

const resumedReader: Reader<Resumed> = object({
  type: oneOf('resumed'),
  session: text,
  body: object({
    scenario: object({
      id: text,
      version: integer,
      hash: text,
      title: text,
      interviewer: orNull(interviewer),
    }),
    last_seq: integer,
    elapsed_ms: integer,
    time_scale_pm: integer,
    status,
  }),
});

const refusedReader: Reader<Refused> = object({
  type: oneOf('refused'),
  session: orNull(text),
  body: object({ code: text, message: text, id: orNull(text) }),
});

const frameReader = byField<ServerFrame>('type', {
  turn: turnReader,
  resumed: resumedReader,
  refused: refusedReader,
});

// Undefined for what this client does not understand.
export const parse = (frame: string): ServerFrame | undefined => readText(frame, frameReader);

export interface StartRequest {
  id: string;
  scenario: string;
  seed?: string;
  time_scale_pm: TimeScale;
}
// What the candidate says to an open interview.
export type Said =
  | { kind: 'answer'; id: string; text: string }
  | { kind: 'command'; id: string; name: CommandName };

const envelope = (type: string, session: string | null, body: object) =>
  JSON.stringify({ v: 1, type, ...(session === null ? {} : { session }), body });

export const startFrame = (request: StartRequest) => envelope('start', null, request);

export const resumeFrame = (session: string, after: number) =>
  envelope('resume', session, { after });

export const saidFrame = (session: string, said: Said) =>
  said.kind === 'answer'
    ? envelope('answer', session, { id: said.id, text: said.text })
    : envelope('command', session, { id: said.id, name: said.name });

// A seed the server takes: 1 to 20 digits below 2^64.
export const isSeed = (typed: string) => /^\d{1,20}$/.test(typed) && BigInt(typed) < 2n ** 64n;
