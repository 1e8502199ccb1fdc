import { HeadlightError } from '../../contract/index.ts';
import type { ChoicePatch } from '../types.ts';
import type { Field } from './fields/field.ts';
import { FIELD_NAMES, FIELDS } from './fields.ts';

export type StateErrorCode = 'bad-state';
/** A state that was asked for cannot be: says which field, what it takes, what it got. */
export class StateError extends HeadlightError<StateErrorCode> {}

/** A value in few words, whatever it is. */
export function describe(value: unknown): string {
  let words: string | undefined;
  try {
    words = typeof value === 'number' ? String(value) : JSON.stringify(value);
  } catch {
    words = undefined; // circular, or a BigInt: its type says enough
  }
  const shown = words ?? typeof value;
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}

/**
 * An unknown object as a patch of the state, each field checked and normalised.
 * @throws StateError `bad-state` for anything that is no field or no sound value of it.
 */
export function checkPatch(where: string, patch: unknown): ChoicePatch {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    throw new StateError('bad-state', where, 'patch', 'an object', describe(patch));
  }
  const entries = Object.entries(patch).map(([name, value]) => {
    const known = FIELD_NAMES.find((field) => field === name);
    if (known === undefined) {
      throw new StateError('bad-state', where, 'patch', `only ${FIELD_NAMES.join(', ')}`, describe(name));
    }
    const field: Field<unknown> = FIELDS[known] as Field<unknown>;
    const sound = field.check(value);
    if (sound === undefined) {
      const flaw = field.flaw?.(value) ?? { path: '', expected: field.expected, got: value };
      throw new StateError('bad-state', where, `${known}${flaw.path}`, flaw.expected, describe(flaw.got));
    }
    return [known, sound] as const;
  });
  return Object.fromEntries(entries) as ChoicePatch;
}
