import {
  FATES,
  type Frame,
  fatesOf,
  type HeadWeights,
  type Intervention,
  meaningOf,
  type StageName,
} from '../../contract/index.ts';
import { largestSize } from '../colour/divergingScale.ts';
import { type InspectNeed, type InspectPlace, inspectStages } from '../inspect/stages.ts';

/**
 * The matrices of one head. A row is a word, as everywhere: I [T, D], the maps W [D, Dh], Q [T, Dh], K and V [S, Dh],
 * A and Â [T, S], O [T, Dh]. The lecture writes words as columns; each of its products is ours turned round, which is
 * only drawn so (matrixFlow.ts).
 */
export const MATRICES = ['I', 'Wq', 'Q', 'Wk', 'K', 'Wv', 'V', 'A', 'Ahat', 'O'] as const;
export type MatrixName = (typeof MATRICES)[number];

/** What a matrix's rows or columns are: words that read, words that are read, or numbers of a vector. */
export type MatrixAxis = 'query' | 'key' | 'number';

export interface HeadTable {
  readonly name: MatrixName;
  /** Row-major, a view of the Frame or of the maps. */
  readonly data: Float32Array;
  readonly rows: number;
  readonly columns: number;
  readonly rowAxis: MatrixAxis;
  readonly columnAxis: MatrixAxis;
  /** The size that gets the full colour; 1 for Â, whose numbers are shares. */
  readonly limit: number;
  /** Of A and Â: true where it may not be read, [T × S]; null where everything may. */
  readonly shut: readonly boolean[] | null;
}

export interface MatricesSource {
  readonly frames: ReadonlyMap<StageName, Frame>;
  readonly weights: ReadonlyMap<number, HeadWeights>;
  readonly changes: readonly Intervention[];
}

const NEEDS: Readonly<Record<'I' | 'Q' | 'K' | 'V' | 'A' | 'Ahat' | 'O', InspectNeed>> = {
  I: 'queryInput',
  Q: 'q',
  K: 'k',
  V: 'v',
  A: 'scores',
  Ahat: 'pattern',
  O: 'headOutput',
};

const AXES: Readonly<Record<MatrixName, readonly [MatrixAxis, MatrixAxis]>> = {
  I: ['query', 'number'],
  Wq: ['number', 'number'],
  Wk: ['number', 'number'],
  Wv: ['number', 'number'],
  Q: ['query', 'number'],
  K: ['key', 'number'],
  V: ['key', 'number'],
  A: ['query', 'key'],
  Ahat: ['query', 'key'],
  O: ['query', 'number'],
};

/** Stages the matrices are made of, so that they can be asked for. */
export const MATRIX_NEEDS: readonly InspectNeed[] = Object.values(NEEDS);

type Numbers = Pick<HeadTable, 'data' | 'rows' | 'columns'>;

/**
 * One head's part of a Frame [H, rows, columns], or a Frame [rows, columns] whole; null for a head it does not have.
 */
function numbersOf(frame: Frame, head: number): Numbers | null {
  const { shape, data } = frame;
  if (shape.length === 2) return { data, rows: shape[0] ?? 0, columns: shape[1] ?? 0 };
  const [heads = 0, rows = 0, columns = 0] = shape;
  if (head >= heads) return null;
  return { data: data.subarray(head * rows * columns, (head + 1) * rows * columns), rows, columns };
}

function mapOf(data: Float32Array, columns: number): Numbers {
  return { data, rows: data.length / columns, columns };
}

/** Where A and Â may not be read. */
function shutOf(
  { rows, columns }: Numbers,
  place: Pick<InspectPlace, 'kind' | 'layer' | 'head'>,
  changes: readonly Intervention[],
): readonly boolean[] | null {
  const fates = fatesOf(meaningOf(changes, place), { queryStart: 0, rows, keys: columns });
  const cells = Array.from(fates, (code) => FATES[code]?.fate === 'forbidden');
  return cells.includes(true) ? cells : null;
}

/** The matrices that have arrived, by name. */
export function headTables(
  place: Omit<InspectPlace, 'cell'>,
  source: MatricesSource,
): ReadonlyMap<MatrixName, HeadTable> {
  const stages = inspectStages(place.kind, place.layer, place.encoderLayers);
  const weights = source.weights.get(place.head);
  const width = weights?.qBias.length ?? 1;
  const maps = weights && { Wq: weights.q, Wk: weights.k, Wv: weights.v };
  const numbers = (name: MatrixName): Numbers | null => {
    if (name === 'Wq' || name === 'Wk' || name === 'Wv') return maps ? mapOf(maps[name], width) : null;
    const frame = source.frames.get(stages[NEEDS[name]]);
    return frame ? numbersOf(frame, place.head) : null;
  };
  const tables = new Map<MatrixName, HeadTable>();
  for (const name of MATRICES) {
    const found = numbers(name);
    if (!found) continue;
    const [rowAxis, columnAxis] = AXES[name];
    const isCells = name === 'A' || name === 'Ahat';
    tables.set(name, {
      name,
      ...found,
      rowAxis,
      columnAxis,
      limit: name === 'Ahat' ? 1 : largestSize(found.data),
      shut: isCells ? shutOf(found, place, source.changes) : null,
    });
  }
  return tables;
}
