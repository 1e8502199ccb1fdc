import {
  DEPTHS,
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
import { type Check, isShare, isWholeList, readNumber } from '../checks.ts';
import { type Field, MOST_POSITION, NONE, whole, wholeOrNull, word } from './field.ts';

/** Rows that may be read together. */
const MOST_ROWS = 500;
/** Highest id of a token a link may name. */
const MOST_ID = 999_999;
/** The last step of the cell inspector. */
const MOST_INSPECT = 20;

const isRows: Check<readonly number[]> = (value) =>
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
  | 'depth'
  | 'sink'
  | 'rows'
  | 'rowsAs'
  | 'measure'
  | 'order';

/** How it is drawn. */
export const DRAWING_FIELDS: { readonly [K in Named]: Field<Choice[K]> } = {
  view: word('view', VIEWS, 'heatmap'),
  scale: word('scale', SCALES, 'fixed'),
  level: word('level', LEVELS, 'piece'),
  mass: {
    key: 'mass',
    place: 'hash',
    initial: 0.9,
    check: isShare,
    expected: 'a number from 0 to 1',
    read: readNumber,
    print: String,
  },
  shown: word('shown', SHOWNS, 'after'),
  inspect: whole('inspect', MOST_INSPECT, 0),
  step: wholeOrNull('step', MOST_POSITION),
  weigh: word('weigh', WEIGHINGS, 'pattern'),
  word: wholeOrNull('word', MOST_POSITION),
  candidate: wholeOrNull('candidate', MOST_ID),
  depth: word('depth', DEPTHS, 'layer'),
  sink: word('sink', SINKS, 'shown'),
  rows: {
    key: 'rows',
    place: 'hash',
    initial: [],
    check: isRows,
    expected: `a list of at most ${MOST_ROWS} whole numbers from 0 to ${MOST_POSITION}`,
    read: (words) => (words === NONE ? [] : readList(words)),
    print: (value) => (value.length === 0 ? NONE : printList(value)),
  },
  rowsAs: word('rowsAs', ROWS_AS, 'mean'),
  measure: word('measure', HEAD_MEASURES, 'distance'),
  order: word('order', RANK_ORDERS, 'most'),
};
