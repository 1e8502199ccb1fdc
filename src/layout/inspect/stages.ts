import {
  ATTENTION,
  type AttentionKind,
  type AttentionStage,
  attentionStage,
  type Cell,
  type Frame,
  type HeadMeaning,
  type HeadWeights,
  type Intervention,
  isSelf,
  meaningOf,
  OWN_KIND,
  type StageName,
} from '../../contract/index.ts';

/** A cell of one head, over tokens (never words), and where its words' vectors come from. */
export interface InspectPlace {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly head: number;
  readonly cell: Cell;
  /** Layers of the encoder: cross-attention reads the last one's output. */
  readonly encoderLayers: number;
}

/** What has arrived of the numbers. */
export interface InspectSource {
  readonly frames: ReadonlyMap<StageName, Frame>;
  /** Of the sub-layer's heads. */
  readonly weights: ReadonlyMap<number, HeadWeights>;
  /** The picture's. */
  readonly changes: readonly Intervention[];
}

/** What a stage has a number or a vector of: the cell, or a position; of the place's head, or of all. */
type Extent = 'cell' | 'queryOfHead' | 'keyOfHead' | 'query' | 'key';

/** Stages of the sub-layer itself. */
const OWN = {
  q: 'queryOfHead',
  k: 'keyOfHead',
  v: 'keyOfHead',
  scores: 'cell',
  pattern: 'cell',
  headOutput: 'queryOfHead',
  attentionOutput: 'query',
  afterAttention: 'query',
} as const satisfies Readonly<Partial<Record<AttentionStage, Extent>>>;
type OwnNeed = keyof typeof OWN;

/** The stages a cell's story is made of. `queryInput` is also what is added in Add & Norm. */
export type InspectNeed = 'queryInput' | 'keyInput' | OwnNeed;

const EXTENTS: Readonly<Record<InspectNeed, Extent>> = { queryInput: 'query', keyInput: 'key', ...OWN };

/**
 * What queries and keys are made of: the layer's input; between two texts, what the queries' own attention gave and
 * what the keys' own layers came to.
 */
function inputStages(
  kind: AttentionKind,
  layer: number,
  encoderLayers: number,
): Readonly<Record<'queryInput' | 'keyInput', StageName>> {
  const { part, queries, keys } = ATTENTION[kind];
  const layerInput: StageName = `${part}.${layer}.input`;
  if (isSelf(kind)) return { queryInput: layerInput, keyInput: layerInput };
  const keyInput: StageName = `${ATTENTION[OWN_KIND[keys]].part}.${encoderLayers - 1}.output`;
  return { queryInput: attentionStage(OWN_KIND[queries], layer, 'afterAttention'), keyInput };
}

/** Where each of them is found. */
export function inspectStages(
  kind: AttentionKind,
  layer: number,
  encoderLayers: number,
): Readonly<Record<InspectNeed, StageName>> {
  const own = (stage: OwnNeed) => attentionStage(kind, layer, stage);
  return {
    ...inputStages(kind, layer, encoderLayers),
    q: own('q'),
    k: own('k'),
    v: own('v'),
    scores: own('scores'),
    pattern: own('pattern'),
    headOutput: own('headOutput'),
    attentionOutput: own('attentionOutput'),
    afterAttention: own('afterAttention'),
  };
}

type HeadNeed = 'q' | 'k' | 'v' | 'headOutput';
type RowNeed = 'queryInput' | 'keyInput' | 'attentionOutput' | 'afterAttention';

/** Read access to the frames a step needs, all of which are there. */
export class InspectReader {
  /** Of the changes for the place's head. */
  readonly meaning: HeadMeaning;
  private readonly stages: Readonly<Record<InspectNeed, StageName>>;

  constructor(
    readonly place: InspectPlace,
    readonly source: InspectSource,
  ) {
    this.meaning = meaningOf(source.changes, place);
    this.stages = inspectStages(place.kind, place.layer, place.encoderLayers);
  }

  nameOf(need: InspectNeed): StageName {
    return this.stages[need];
  }

  /** True when the frame is there and has the place's head, query and key. */
  has(need: InspectNeed): boolean {
    const { head, cell } = this.place;
    const [a = 0, b = 0, c = 0] = this.shape(need);
    const within: Readonly<Record<Extent, boolean>> = {
      cell: a > head && b > cell.query && c > cell.key,
      queryOfHead: a > head && b > cell.query,
      keyOfHead: a > head && b > cell.key,
      query: a > cell.query,
      key: a > cell.key,
    };
    return within[EXTENTS[need]];
  }

  shape(need: InspectNeed): readonly number[] {
    return this.source.frames.get(this.stages[need])?.shape ?? [];
  }

  /** One position's vector [Dh] of a head: a view, not a copy. */
  headRow(need: HeadNeed, position: number, head = this.place.head): Float32Array {
    const [, rows = 0, width = 0] = this.shape(need);
    return this.slice(need, (head * rows + position) * width, width);
  }

  /** One position's vector [D]. */
  row(need: RowNeed, position: number): Float32Array {
    const [, width = 0] = this.shape(need);
    return this.slice(need, position * width, width);
  }

  /** One query's row [S] of the head. */
  cells(need: 'scores' | 'pattern', query: number = this.place.cell.query): Float32Array {
    const [, rows = 0, width = 0] = this.shape(need);
    return this.slice(need, (this.place.head * rows + query) * width, width);
  }

  /** The chosen head's maps, or another's; null while they are not there. */
  weightsOf(head: number = this.place.head): HeadWeights | null {
    return this.source.weights.get(head) ?? null;
  }

  private slice(need: InspectNeed, from: number, width: number): Float32Array {
    const data = this.source.frames.get(this.stages[need])?.data ?? new Float32Array(0);
    return data.subarray(from, from + width);
  }
}
