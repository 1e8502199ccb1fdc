import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import {
  EngineError,
  type Frame,
  type LensGuess,
  type ModelInfo,
  type RunControl,
  type RunRequest,
  type StageName,
} from '../../contract/index.ts';
import { padded } from '../backends/device.ts';
import { type Line, linesOf, stepOf } from '../decoding/nextToken.ts';
import { linear } from '../kernels/linear/linear.ts';
import { runModel } from '../run/generate.ts';
import { pause } from '../run/pause.ts';
import type { Seat } from '../run/run.ts';
import { scoped } from '../run/scope.ts';

function checkFinal(request: RunRequest, finalIds: readonly number[], info: ModelInfo): void {
  const refuse: (argument: string, expected: string, got: string) => never = (argument, expected, got) => {
    throw new EngineError('bad-request', 'lens', argument, expected, got);
  };
  if (!request.target) refuse('target', 'a given one', 'none');
  const rows = request.target.length + 1;
  if (finalIds.length !== rows) refuse('finalIds', `${rows} ids, one a decoder row`, `${finalIds.length}`);
  const bad = finalIds.find((id) => !Number.isInteger(id) || id < 0 || id >= info.vocabulary);
  if (bad !== undefined) refuse('finalIds', `ids from 0 to ${info.vocabulary - 1}`, `${bad}`);
}

function guessOf(line: Line, finalId: number, temperature: number): LensGuess {
  const best = stepOf(line, line.best[0] ?? 0, temperature);
  const final = line.logits[finalId] as number;
  let finalRank = 0;
  for (let id = 0; id < line.logits.length; id++) if ((line.logits[id] as number) > final) finalRank += 1;
  return { id: best.id, probability: best.probability, finalRank };
}

/** The output table's logits of a frame's rows. @param output [T, D] */
async function linesFor({ model, device }: Seat, { shape, data }: Frame): Promise<Line[]> {
  const [rows = 0, width = 0] = shape;
  const capacity = padded(device, rows);
  const whole = new Float32Array(capacity * width);
  whole.set(data);
  return scoped(async () => {
    const logits: Tensor = linear(tensor(whole, [1, capacity, width], 'float32'), model.unembed);
    const vocabulary = logits.shape[2] ?? 0;
    const [numbers] = await device.read([logits]);
    return linesOf((numbers as Float32Array).subarray(0, rows * vocabulary), vocabulary);
  });
}

/**
 * What every decoder layer would say (the logit lens, nostalgebraist 2020): the output table applied to its output,
 * as if it were the last. Where each sub-layer is normed after itself, a layer's output is as it stands what the
 * table expects.
 * @param finalIds what stands after each row
 * @returns [layer][row]
 */
export async function lensOf(
  seat: Seat,
  request: RunRequest,
  finalIds: readonly number[],
  control?: RunControl,
): Promise<LensGuess[][]> {
  checkFinal(request, finalIds, seat.info);
  const stages = Array.from({ length: seat.info.decoder.layers }, (_, n): StageName => `decoder.${n}.output`);
  const { frames } = await runModel(seat, { ...request, stages }, [], control);
  const layers: LensGuess[][] = [];
  for (const stage of stages) {
    await pause(control);
    const lines = await linesFor(seat, frames.get(stage) as Frame);
    const temperature = request.decoding?.temperature ?? 1;
    layers.push(lines.map((line, row) => guessOf(line, finalIds[row] as number, temperature)));
    seat.device.freeReads();
  }
  return layers;
}
