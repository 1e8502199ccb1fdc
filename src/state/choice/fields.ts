import {
  FIGURE_FOLDS,
  LANGUAGES,
  MATRIX_WORDS,
  PALETTES,
  PRESENTINGS,
  THEMES,
} from '../../contract/index.ts';
import type { Choice, FieldName } from '../types.ts';
import type { ValueCheck } from './checks.ts';
import { DRAWING_FIELDS } from './fields/drawing.ts';
import { asIs, type Field, wordField } from './fields/field.ts';
import { HEAD_FIELDS } from './fields/heads.ts';
import { MODEL_FIELDS } from './fields/model.ts';
import { SENTENCE_FIELDS } from './fields/sentence.ts';

const isModelName: ValueCheck<string> = (value) =>
  typeof value === 'string' && /^[a-z0-9_.-]{1,64}$/.test(value) && /[^.]/.test(value) ? value : undefined;

/** The one table of the state: key, parse, print, default and limits of every field; links have this order. */
export const FIELDS: { readonly [K in FieldName]: Field<Choice[K]> } = {
  ...SENTENCE_FIELDS,
  ...DRAWING_FIELDS,
  ...MODEL_FIELDS,
  ...HEAD_FIELDS,
  figure: wordField('figure', FIGURE_FOLDS, 'open'),
  presenting: wordField('present', PRESENTINGS, 'off'),
  matrixWords: wordField('matrixWords', MATRIX_WORDS, 'rows'),
  palette: wordField('palette', PALETTES, 'hue'),
  theme: wordField('theme', THEMES, 'auto'),
  language: wordField('lang', LANGUAGES, 'auto'),
  model: {
    key: 'model',
    place: 'query',
    initial: 'en-fr',
    check: isModelName,
    expected: 'a folder name of a-z, 0-9, -, _ and .',
    read: asIs,
    print: (value) => value,
  },
  backend: wordField('backend', ['auto', 'webgl', 'wasm', 'cpu'], 'auto', 'query'),
};

export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

export const INITIAL_CHOICE: Choice = Object.fromEntries(
  FIELD_NAMES.map((name) => [name, FIELDS[name].initial]),
) as unknown as Choice;
