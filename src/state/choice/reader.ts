import type { ValueCheck } from './checks.ts';

/** What is unsound in a value: where in it, what was expected there, what stands there. */
export interface Flaw {
  /** Within the value: `[1].way`; empty for the value itself. */
  readonly path: string;
  readonly expected: string;
  readonly got: unknown;
}

class Unsound extends Error {
  constructor(readonly flaw: Flaw) {
    super(flaw.expected);
  }
}

/** Ends the reading of a value. */
export function refuse(path: string, expected: string, got: unknown): never {
  throw new Unsound({ path, expected, got });
}

/** Reads an unknown value; ends by `refuse` at the first thing that is unsound. */
export type Reader<T> = (value: unknown, path: string) => T;

/** A check with the limits in words: what it lets through, else a refusal. */
export function must<T>(check: ValueCheck<T>, expected: string): Reader<T> {
  return (value, path) => {
    const sound = check(value);
    return sound === undefined ? refuse(path, expected, value) : sound;
  };
}

/** The other way round: a reader as a check, and as what it finds fault with. */
export function sound<T>(read: Reader<T>): { check: ValueCheck<T>; flaw: (value: unknown) => Flaw | null } {
  const tried = (value: unknown): T | Unsound => {
    try {
      return read(value, '');
    } catch (error) {
      if (error instanceof Unsound) return error;
      throw error;
    }
  };
  return {
    check: (value) => {
      const found = tried(value);
      return found instanceof Unsound ? undefined : found;
    },
    flaw: (value) => {
      const found = tried(value);
      return found instanceof Unsound ? found.flaw : null;
    },
  };
}

export type Plain = Readonly<Record<string, unknown>>;

/** A plain object with no other keys than these. */
export function readObject(value: unknown, path: string, keys: readonly string[]): Plain {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(path, `{ ${keys.join(', ')} }`, value);
  }
  const other = Object.keys(value).find((key) => !keys.includes(key));
  if (other !== undefined) refuse(path, `only ${keys.join(', ')}`, other);
  return Object.fromEntries(
    keys.flatMap((key) => (Object.hasOwn(value, key) ? [[key, (value as Plain)[key]]] : [])),
  );
}

/** A list of at most so many, each read in turn. */
export function readEach<T>(value: unknown, path: string, longest: number, read: Reader<T>): readonly T[] {
  if (!Array.isArray(value) || value.length > longest) {
    return refuse(path, `a list of at most ${longest}`, value);
  }
  return value.map((one: unknown, i) => read(one, `${path}[${i}]`));
}
