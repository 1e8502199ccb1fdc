import type { Tensor } from '@tensorflow/tfjs-core';
import {
  attentionStage,
  type Frame,
  isWriting,
  type ModelInfo,
  makeFrame,
  type Part,
  parseStageName,
  type RunRequest,
  type StageName,
} from '../../contract/index.ts';

/** How a stage's numbers lie in its tensor, which may be padded to more rows and keys than the sentence has. */
export type StageLayout =
  /** [1, C, W]: rows × width, as they are. */
  | { readonly as: 'rows' }
  /** [1, C, ≥ H·Dh] with the heads side by side from `column` on; the Frame is [H, T, Dh]. */
  | { readonly as: 'heads'; readonly heads: number; readonly headWidth: number; readonly column: number }
  /** [H, C, C′]: heads × rows × keys. */
  | { readonly as: 'cells' };

/** A stage recorded for reading: `rows` and `keys` are the lengths without padding. */
export interface RecordedStage {
  readonly tensor: Tensor;
  readonly layout: StageLayout;
  readonly rows: number;
  readonly keys: number;
}

/** Stages of a layer that was taken over from an earlier pass. */
const CACHED_STAGES: readonly string[] = ['input', 'pattern', 'output'];

/** Takes note of the stages a forward pass offers, of those that are wanted. */
export class Recorder {
  readonly recorded = new Map<StageName, RecordedStage>();
  private readonly wanted: ReadonlySet<StageName>;

  constructor(wanted: Iterable<StageName>) {
    this.wanted = new Set(wanted);
  }

  wants(name: StageName): boolean {
    return this.wanted.has(name);
  }

  record(name: StageName, tensor: Tensor, layout: StageLayout, rows: number, keys = 0): void {
    if (this.wanted.has(name)) this.recorded.set(name, { tensor, layout, rows, keys });
  }

  /**
   * The lowest layer of a part that must be computed for what is wanted of it: what a layer reads, gives and weighs
   * is told of layers taken over too. Infinity where no layer must be.
   */
  firstWanted(part: Part): number {
    const stages = [...this.wanted].map(parseStageName).filter((stage) => stage?.part === part);
    const layers = stages.map((stage) =>
      stage && !CACHED_STAGES.includes(stage.stage) ? stage.layer : null,
    );
    return Math.min(...layers.filter((layer) => layer !== null));
  }

  tensors(): Tensor[] {
    return [...this.recorded.values()].map((stage) => stage.tensor);
  }
}

/** Of one run: every pattern of the encoder (the decoder's come with each pass), and what is asked for. */
export function recorderFor({ stages }: RunRequest, info: ModelInfo): Recorder {
  const patterns = info.sites
    .filter(({ kind }) => !isWriting(kind))
    .flatMap(({ kind, layers }) =>
      Array.from({ length: layers }, (_, layer) => attentionStage(kind, layer, 'pattern')),
    );
  const wantsLogits = stages.some((name) => name === 'logits' || name === 'probabilities');
  return new Recorder([...patterns, ...stages, ...(wantsLogits ? (['logits'] as const) : [])]);
}

function cropCells(data: Float32Array, shape: readonly number[], rows: number, keys: number): Float32Array {
  const [heads = 0, capacity = 0, keyCapacity = 0] = shape;
  const out = new Float32Array(heads * rows * keys);
  for (let h = 0; h < heads; h++) {
    for (let t = 0; t < rows; t++) {
      const from = (h * capacity + t) * keyCapacity;
      out.set(data.subarray(from, from + keys), (h * rows + t) * keys);
    }
  }
  return out;
}

function splitHeads(
  data: Float32Array,
  stride: number,
  rows: number,
  layout: StageLayout & { as: 'heads' },
): Float32Array {
  const { heads, headWidth, column } = layout;
  const out = new Float32Array(heads * rows * headWidth);
  for (let h = 0; h < heads; h++) {
    for (let t = 0; t < rows; t++) {
      const from = t * stride + column + h * headWidth;
      out.set(data.subarray(from, from + headWidth), (h * rows + t) * headWidth);
    }
  }
  return out;
}

/**
 * A recorded stage's Frame from the numbers read back: padding cropped, heads split.
 * @throws EngineError `not-finite`
 */
export function frameOf(name: StageName, stage: RecordedStage, data: Float32Array): Frame {
  const { tensor, layout, rows, keys } = stage;
  if (layout.as === 'cells') {
    return makeFrame(name, [tensor.shape[0] ?? 0, rows, keys], cropCells(data, tensor.shape, rows, keys));
  }
  const width = tensor.shape[2] ?? 0;
  if (layout.as === 'rows') return makeFrame(name, [rows, width], data.slice(0, rows * width));
  return makeFrame(name, [layout.heads, rows, layout.headWidth], splitHeads(data, width, rows, layout));
}
