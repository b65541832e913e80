// Small readers that turn `unknown` into a typed value or throw Unreadable; nothing is ever cast.

export class Unreadable extends Error {}

export type Reader<T> = (value: unknown, at: string) => T;

function fail(at: string, wanted: string): never {
  throw new Unreadable(`${at} must be ${wanted}`);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Reader<string> = (value, at) =>
  typeof value === 'string' ? value : fail(at, 'a string');

export const flag: Reader<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : fail(at, 'true or false');

export const integer: Reader<number> = (value, at) =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : fail(at, 'an integer');

export function oneOf<const T extends string>(...allowed: T[]): Reader<T> {
  return (value, at) =>
    allowed.find((candidate) => candidate === value) ?? fail(at, allowed.join(' or '));
}

// Null and absent both read as null.
export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value, at) => (value === null || value === undefined ? null : reader(value, at));
}

export function list<T>(reader: Reader<T>): Reader<T[]> {
  return (value, at) =>
    Array.isArray(value)
      ? value.map((item: unknown, index) => reader(item, `${at}[${index}]`))
      : fail(at, 'an array');
}

type Shape<T> = { [K in keyof T]: Reader<T[K]> };

// Reads the fields named; others are ignored.
export function object<T extends object>(shape: Shape<T>): Reader<T> {
  return (value, at) => {
    if (!isRecord(value)) return fail(at, 'an object');
    const read: Partial<T> = {};
    for (const key in shape) read[key] = shape[key](value[key], `${at}.${key}`);
    return complete(read, shape);
  };
}

function complete<T extends object>(read: Partial<T>, shape: Shape<T>): T {
  const whole = (value: Partial<T>): value is T => Object.keys(shape).every((key) => key in value);
  return whole(read) ? read : fail('the object', 'complete');
}

// Chooses the reader by the value of a text field.
export function byField<T>(field: string, readers: Record<string, Reader<T>>): Reader<T> {
  return (value, at) => {
    const kind = isRecord(value) ? value[field] : undefined;
    const reader =
      typeof kind === 'string' && Object.hasOwn(readers, kind) ? readers[kind] : undefined;
    return reader ? reader(value, at) : fail(`${at}.${field}`, `one of ${Object.keys(readers)}`);
  };
}

// Undefined when the text is not JSON or not of this shape.
export function readText<T>(json: string, reader: Reader<T>): T | undefined {
  try {
    return reader(JSON.parse(json), '$');
  } catch (problem) {
    if (problem instanceof Unreadable || problem instanceof SyntaxError) return undefined;
    throw problem;
  }
}
