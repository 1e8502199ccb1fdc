import * as v from 'valibot';
import { count } from './read.ts';

const share = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1.001));
const ms = v.pipe(v.number(), v.finite(), v.minValue(0));

const token = v.object({
  id: count,
  text: v.string(),
  start: count,
  end: count,
  word: count,
  role: v.picklist(['text', 'start', 'end']),
});

/**
 * `first-result.json`: a Picture whose Frames' numbers lie in `first-result.bin`, float32 little-endian, one after
 * another.
 */
export const storedSchema = v.object({
  version: v.literal(1),
  text: v.string(),
  targetText: v.nullable(v.string()),
  source: v.pipe(v.array(token), v.minLength(1)),
  target: v.pipe(v.array(token), v.minLength(1)),
  steps: v.array(
    v.object({
      token,
      probability: share,
      best: v.array(v.object({ id: count, text: v.string(), probability: share })),
    }),
  ),
  translation: v.string(),
  ended: v.boolean(),
  leftOut: count,
  targetLeftOut: count,
  timings: v.object({ tokensMs: ms, encoderMs: ms, decoderMs: ms, readbackMs: ms, totalMs: ms }),
  counts: v.object({
    draftAccepted: count,
    steps: count,
    passes: count,
    reads: count,
    programs: count,
    encoderLayers: v.optional(count, 0),
  }),
  /** `offset` in numbers, not bytes. */
  frames: v.array(v.object({ name: v.string(), shape: v.array(count), offset: count })),
});

export type StoredJson = v.InferOutput<typeof storedSchema>;
