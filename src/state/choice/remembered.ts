import type { Choice, SettingField, SettingsPatch } from '../types.ts';
import type { Field } from './fields/field.ts';
import { FIELDS } from './fields.ts';

/** The settings a person finds again on the next visit. */
const REMEMBERED: readonly SettingField[] = ['theme', 'language', 'palette', 'matrixWords'];
const KEY = 'headlight.settings';

/** The part of `localStorage` we use. Every call may throw: storage is refused in many frames. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

/** Names of heads belong to a model. */
const namesKey = (model: string): string => `headlight.names.${model}`;

/** The names a person gave to a model's heads; none when there are none, they are broken, or storage is refused. */
export function recallNames(memory: () => Memory, model: string): Choice['names'] {
  try {
    return FIELDS.names.check(JSON.parse(memory().getItem(namesKey(model)) ?? '[]')) ?? [];
  } catch {
    return []; // refused or broken: as if none had been named
  }
}

/** Remembered settings; nothing when there are none, they are broken, or storage is refused. */
export function recall(memory: () => Memory): SettingsPatch {
  try {
    const stored: unknown = JSON.parse(memory().getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const found = REMEMBERED.flatMap((name) => {
      const field: Field<unknown> = FIELDS[name] as Field<unknown>;
      const value = Object.hasOwn(stored, name)
        ? field.check((stored as Record<string, unknown>)[name])
        : undefined;
      return value === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(found) as SettingsPatch;
  } catch {
    return {}; // refused or broken: as on a first visit
  }
}

/** Keeps what is worth keeping; does nothing when storage is refused. */
export function remember(memory: () => Memory, settings: SettingsPatch): void {
  const kept = REMEMBERED.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]]));
  try {
    memory().setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
    if (settings.names)
      memory().setItem(namesKey(settings.model ?? FIELDS.model.initial), JSON.stringify(settings.names));
  } catch {
    // refused or full: the choice lasts as long as the page
  }
}
