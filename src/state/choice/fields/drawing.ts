import {
  DEPTHS,
  EFFECTS_OF,
  GRADIENT_SCALES,
  HEAD_MEASURES,
  LEVELS,
  RANK_ORDERS,
  ROWS_AS,
  SCALES,
  SHOWNS,
  SINKS,
  VIEWS,
  WEIGHINGS,
} from '../../../contract/index.ts';
import { printList, readList } from '../../changes/place.ts';
import type { Choice } from '../../types.ts';
import { isShare, isWholeList, readNumber, type ValueCheck } from '../checks.ts';
import { type Field, MOST_POSITION, NONE, wholeField, wholeOrNullField, wordField } from './field.ts';

/** Rows that may be read together. */
const MOST_ROWS = 500;
/** Highest id of a token a link may name. */
const MOST_ID = 999_999;
/** The last step of the cell inspector. */
const MOST_INSPECT = 20;

const isRows: ValueCheck<readonly number[]> = (value) =>
  Array.isArray(value) && value.length === 0 ? [] : isWholeList(MOST_POSITION, MOST_ROWS)(value);

type Named =
  | 'view'
  | 'scale'
  | 'level'
  | 'mass'
  | 'shown'
  | 'inspect'
  | 'step'
  | 'weigh'
  | 'word'
  | 'candidate'
  | 'gradientScale'
  | 'depth'
  | 'sink'
  | 'rows'
  | 'rowsAs'
  | 'measure'
  | 'order'
  | 'effectOf';

/** How it is drawn. */
export const DRAWING_FIELDS: { readonly [K in Named]: Field<Choice[K]> } = {
  view: wordField('view', VIEWS, 'heatmap'),
  scale: wordField('scale', SCALES, 'fixed'),
  level: wordField('level', LEVELS, 'piece'),
  mass: {
    key: 'mass',
    place: 'hash',
    initial: 0.9,
    check: isShare,
    expected: 'a number from 0 to 1',
    read: readNumber,
    print: String,
  },
  shown: wordField('shown', SHOWNS, 'after'),
  inspect: wholeField('inspect', MOST_INSPECT, 0),
  step: wholeOrNullField('step', MOST_POSITION),
  weigh: wordField('weigh', WEIGHINGS, 'pattern'),
  word: wholeOrNullField('word', MOST_POSITION),
  candidate: wholeOrNullField('candidate', MOST_ID),
  gradientScale: wordField('gradientScale', GRADIENT_SCALES, 'all'),
  depth: wordField('depth', DEPTHS, 'layer'),
  sink: wordField('sink', SINKS, 'shown'),
  rows: {
    key: 'rows',
    place: 'hash',
    initial: [],
    check: isRows,
    expected: `a list of at most ${MOST_ROWS} whole numbers from 0 to ${MOST_POSITION}`,
    read: (words) => (words === NONE ? [] : readList(words)),
    print: (value) => (value.length === 0 ? NONE : printList(value)),
  },
  rowsAs: wordField('rowsAs', ROWS_AS, 'mean'),
  measure: wordField('measure', HEAD_MEASURES, 'distance'),
  order: wordField('order', RANK_ORDERS, 'most'),
  effectOf: wordField('effectOf', EFFECTS_OF, 'word'),
};
