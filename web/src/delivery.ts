// How the answers were said: the part of a report that only its page reads, and its sentences.
import { Unreadable, flag, integer, list, object, orNull, text, type Reader } from './shape.ts';

export interface Story {
  situation: number;
  task: number;
  action: number;
  result: number;
  quantified_result: boolean;
}
export interface AnswerDelivery {
  seq: number;
  turn: string;
  to_probe: boolean;
  words: number;
  words_to_first_point: number | null;
  hedges: number;
  fillers: number;
  asks: number;
  story: Story | null;
}
export interface Delivery {
  words: number;
  hedges: number;
  fillers: number;
  asks: number;
  own_share_pm: number | null;
  answers: AnswerDelivery[];
}

const story: Reader<Story> = object({
  situation: integer,
  task: integer,
  action: integer,
  result: integer,
  quantified_result: flag,
});
const delivery: Reader<Delivery> = object({
  words: integer,
  hedges: integer,
  fillers: integer,
  asks: integer,
  own_share_pm: orNull(integer),
  answers: list(
    object({
      seq: integer,
      turn: text,
      to_probe: flag,
      words: integer,
      words_to_first_point: orNull(integer),
      hedges: integer,
      fillers: integer,
      asks: integer,
      story: orNull(story),
    }),
  ),
});

// Null when the server sends none that can be read: the report stands without it.
export function readDelivery(value: unknown): Delivery | null {
  try {
    return delivery(value, 'delivery');
  } catch (fault) {
    if (fault instanceof Unreadable) return null;
    throw fault;
  }
}

export const deliveryWords = {
  title: 'How you said it',
  lead: 'Counted in your words. No level and no verdict depends on it.',
  hedges: 'Hedges (“maybe”, “I guess”)',
  fillers: 'Fillers (“um”, “you know”)',
  asks: 'Questions and requests',
  ownShare: '“I did”, not “we did”',
  toProbe: 'After the follow-up: ',
};

const some = (count: number, one: string, many = `${one}s`) =>
  count > 0 ? `${count} ${count === 1 ? one : many}` : null;

// "128 words · first point after 12 · 2 hedges"
export function lengthLine(answer: AnswerDelivery): string {
  const first = answer.words_to_first_point;
  return [
    some(answer.words, 'word'),
    first === null ? 'nothing that counted' : first === 0 ? null : `first point after ${first}`,
    some(answer.hedges, 'hedge'),
    some(answer.fillers, 'filler'),
    some(answer.asks, 'question or request', 'questions or requests'),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

const parts = ['situation', 'task', 'action', 'result'] as const;
const listed = (names: string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

// "Told: situation and action. Left out: task and result."
export function storyLine(told: Story): string {
  const present = parts.filter((part) => told[part] > 0);
  const absent = parts.filter((part) => told[part] === 0);
  const figure = told.quantified_result ? 'with a figure' : 'no figure with it';
  return [
    `Told: ${listed(present)}${told.result > 0 ? ` (${figure})` : ''}.`,
    absent.length > 0 ? `Left out: ${listed(absent)}.` : '',
  ]
    .join(' ')
    .trim();
}

// "1 in 40 words"
export const rate = (count: number, words: number) =>
  count === 0 ? '0' : `${count}, 1 in ${Math.max(1, Math.round(words / count))} words`;
