import {
  ATTENTION_STAGES,
  type AttentionKind,
  attentionStage,
  type Frame,
  type HeadWeights,
  type Intervention,
  type ModelInfo,
  type StageName,
  siteOf,
  type Token,
} from '../../../src/contract/index.ts';
import { inspectStages } from '../../../src/layout/index.ts';
import { headWeightsFrom, subLayerFrames } from '../../../src/testing/index.ts';
import { createTokenizer } from '../../../src/tokens/index.ts';
import { engineFor, modelFor } from '../../engine/tasks/models.ts';

/* The bundled model's own numbers, computed in the page: nothing here is made up. */

export interface RealScene {
  readonly info: ModelInfo;
  readonly queryTokens: readonly Token[];
  readonly keyTokens: readonly Token[];
  readonly frames: ReadonlyMap<StageName, Frame>;
  readonly weights: ReadonlyMap<number, HeadWeights>;
}

const rowsOf = ({ data, shape: [rows = 0, width = 0] }: Frame): readonly (readonly number[])[] =>
  Array.from({ length: rows }, (_, t) => Array.from(data.subarray(t * width, (t + 1) * width)));

let engine: ReturnType<typeof engineFor> | null = null;

/** One engine for all that the page shows. */
function theEngine(): ReturnType<typeof engineFor> {
  engine ??= engineFor('en-fr', 'wasm');
  return engine;
}

/** The sub-layer's frames for a sentence, the French written by the model; with changes in that one sub-layer. */
export async function realScene(
  text: string,
  kind: AttentionKind,
  layer: number,
  changes: readonly Intervention[],
): Promise<RealScene> {
  const [{ info, parameters }, engine, json] = await Promise.all([
    modelFor('en-fr'),
    theEngine(),
    fetch('/models/en-fr/tokenizer.json').then((response): Promise<unknown> => response.json()),
  ]);
  const tokenizer = createTokenizer(json, info);
  const source = [...tokenizer.encode(text).map((token) => token.id), info.endId];
  const { decoderInput } = await engine.run({ source, target: null, stages: [] });
  const target = decoderInput.slice(1);
  const stages = inspectStages(kind, layer, info.encoder.layers);
  const wanted = [...new Set([stages.queryInput, stages.keyInput])];
  const own = ATTENTION_STAGES.map((stage) => attentionStage(kind, layer, stage));
  const { frames } = await engine.run({ source, target, stages: [...wanted, ...own] });
  const heads = Array.from({ length: siteOf(info, kind).heads }, (_, head) => head);
  const weights = new Map(heads.map((head) => [head, headWeightsFrom(parameters, info, kind, layer, head)]));
  const [queries, keys] = [frames.get(stages.queryInput), frames.get(stages.keyInput)];
  if (!queries || !keys) throw new Error('The engine gave no inputs');
  const place = { kind, layer, encoderLayers: info.encoder.layers };
  const changed = subLayerFrames({
    ...place,
    queries: rowsOf(queries),
    keys: rowsOf(keys),
    heads: heads.flatMap((head) => weights.get(head) ?? []),
    changes,
  });
  const english = tokenizer.describe(source);
  const french = tokenizer.describe(decoderInput);
  const start = french.map((token, i): Token => (i === 0 ? { ...token, text: '', role: 'start' } : token));
  return {
    info,
    queryTokens: kind === 'encoder' ? english : start,
    keyTokens: kind === 'decoder' ? start : english,
    frames: changes.length > 0 ? changed : frames,
    weights,
  };
}
