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
import { type LogitsRow, logitsRowsOf, targetStepOf } from '../decoding/nextToken.ts';
import { linear } from '../kernels/linear/linear.ts';
import { runModel } from '../run/generate.ts';
import { pause } from '../run/pause.ts';
import type { BackendSession } from '../run/run.ts';
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

function guessOf(logitsRow: LogitsRow, finalId: number, temperature: number): LensGuess {
  const best = targetStepOf(logitsRow, logitsRow.best[0] ?? 0, temperature);
  const final = logitsRow.logits[finalId] as number;
  let finalRank = 0;
  for (let id = 0; id < logitsRow.logits.length; id++)
    if ((logitsRow.logits[id] as number) > final) finalRank += 1;
  return { id: best.id, probability: best.probability, finalRank };
}

/** The output table's logits of a frame's rows. @param output [T, D] */
async function logitsRowsFor(
  { model, device }: BackendSession,
  { shape, data }: Frame,
  control: RunControl | undefined,
): Promise<LogitsRow[]> {
  const [rows = 0, width = 0] = shape;
  const capacity = padded(device, rows);
  const whole = new Float32Array(capacity * width);
  whole.set(data);
  return scoped(async () => {
    const logits: Tensor = linear(tensor(whole, [1, capacity, width], 'float32'), model.unembed);
    const vocabulary = logits.shape[2] ?? 0;
    const [numbers] = await device.read([logits], control);
    return logitsRowsOf((numbers as Float32Array).subarray(0, rows * vocabulary), vocabulary);
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
  session: BackendSession,
  request: RunRequest,
  finalIds: readonly number[],
  control?: RunControl,
): Promise<LensGuess[][]> {
  checkFinal(request, finalIds, session.info);
  const stages = Array.from(
    { length: session.info.decoder.layers },
    (_, n): StageName => `decoder.${n}.output`,
  );
  const { frames } = await runModel(session, { ...request, stages }, [], control);
  const layers: LensGuess[][] = [];
  for (const stage of stages) {
    await pause(control);
    const logitsRows = await logitsRowsFor(session, frames.get(stage) as Frame, control);
    const temperature = request.decoding?.temperature ?? 1;
    layers.push(logitsRows.map((logitsRow, row) => guessOf(logitsRow, finalIds[row] as number, temperature)));
    session.device.freeReads();
  }
  return layers;
}
