import type { Tensor } from '@tensorflow/tfjs-core';
import {
  ATTENTION,
  ATTENTION_KINDS,
  attentionStage,
  axesOf,
  EngineError,
  type Frame,
  isWriting,
  makeFrame,
  type StageName,
  type SubLayer,
} from '../../contract/index.ts';
import type { DecoderPass } from '../architectures/index.ts';
import { type LogitsRow, logitsRowsOf } from '../decoding/nextToken.ts';

/** One pass's rows as read back: patterns with padding, logits of each row. */
export interface DecodedRows {
  /** Position of the first row, and how many rows count. */
  readonly start: number;
  rows: number;
  /** Per layer [H, n, C] and [H, n, C′]. */
  readonly self: readonly Float32Array[];
  readonly cross: readonly Float32Array[];
  readonly selfShape: readonly number[];
  readonly crossShape: readonly number[];
  /** Of each row that counts. */
  readonly logitsRows: readonly LogitsRow[];
}

/** The tensors of a pass that are read back, in the order `segmentOf` takes their numbers. */
export function readable(pass: DecoderPass): Tensor[] {
  return [...pass.self, ...pass.cross, pass.logits];
}

/**
 * A pass's rows from the numbers of `readable(pass)`.
 * @throws EngineError `not-finite` for logits of a row that counts
 */
export function segmentOf(
  pass: DecoderPass,
  data: readonly Float32Array[],
  start: number,
  rows: number,
): DecodedRows {
  const layers = pass.self.length;
  const logits = data[2 * layers] as Float32Array;
  const vocabulary = pass.logits.shape[2] ?? 0;
  return {
    start,
    rows,
    self: data.slice(0, layers),
    cross: data.slice(layers, 2 * layers),
    selfShape: pass.self[0]?.shape ?? [0, 0, 0],
    crossShape: pass.cross[0]?.shape ?? [0, 0, 0],
    logitsRows: logitsRowsOf(logits.subarray(0, rows * vocabulary), vocabulary),
  };
}

/** Passes over consecutive rows, read at once. @param rows of each */
export function segmentsOf(
  passes: readonly DecoderPass[],
  data: readonly Float32Array[],
  start: number,
  rows: number,
): DecodedRows[] {
  const each = data.length / passes.length;
  return passes.map((pass, i) => segmentOf(pass, data.slice(i * each, (i + 1) * each), start + i, rows));
}

/** A segment's row that counts, counted within it. @throws EngineError `backend` where the pass has fewer */
export function logitsRowOf(segment: DecodedRows, row: number): LogitsRow {
  const logitsRow = segment.logitsRows[row];
  if (!logitsRow)
    throw new EngineError('backend', 'logitsRowOf', 'row', `below ${segment.logitsRows.length}`, `${row}`);
  return logitsRow;
}

function joinRows(
  segments: readonly DecodedRows[],
  sub: SubLayer,
  layer: number,
  rows: number,
  keys: number,
): Float32Array {
  const heads = segments[0]?.[`${sub}Shape`][0] ?? 0;
  const out = new Float32Array(heads * rows * keys);
  for (const segment of segments) {
    const [, capacity = 0, keyCapacity = 0] = segment[`${sub}Shape`];
    const data = segment[sub][layer] as Float32Array;
    // A step's rows know no keys after themselves: what is missing there is masked, and stays 0.
    const width = Math.min(keys, keyCapacity);
    for (let h = 0; h < heads; h++) {
      for (let t = 0; t < segment.rows; t++) {
        const from = (h * capacity + t) * keyCapacity;
        out.set(data.subarray(from, from + width), (h * rows + segment.start + t) * keys);
      }
    }
  }
  return out;
}

/** Every decoder pattern of a target decoded in several passes, whole. @throws EngineError `not-finite` */
export function decoderPatterns(
  segments: readonly DecodedRows[],
  rows: number,
  sourceLength: number,
): Map<StageName, Frame> {
  const frames = new Map<StageName, Frame>();
  const heads = segments[0]?.selfShape[0] ?? 0;
  const layers = segments[0]?.self.length ?? 0;
  for (let layer = 0; layer < layers; layer++) {
    for (const kind of ATTENTION_KINDS.filter(isWriting)) {
      const { sub } = ATTENTION[kind];
      const { keys } = axesOf(kind, { source: sourceLength, target: rows });
      const name = attentionStage(kind, layer, 'pattern');
      frames.set(name, makeFrame(name, [heads, rows, keys], joinRows(segments, sub, layer, rows, keys)));
    }
  }
  return frames;
}
