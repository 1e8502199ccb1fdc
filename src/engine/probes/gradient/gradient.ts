import { div, grads, matMul, type Tensor, tensor } from '@tensorflow/tfjs';
import {
  EngineError,
  type Frame,
  type ModelInfo,
  type RunControl,
  type RunRequest,
  type StageName,
} from '../../../contract/index.ts';
import type { Differentiable } from '../../architectures/index.ts';
import { withSizesCompiledIn } from '../../backends/backend.ts';
import { compileAhead } from '../../backends/compileAhead.ts';
import { padded } from '../../backends/device.ts';
import type { AttentionSite } from '../../changes/plan.ts';
import { gather } from '../../kernels/embedding/gatherWebgl.ts';
import { checkRequest } from '../../run/generate.ts';
import { pause, stopIfOutdated } from '../../run/pause.ts';
import { frameOf } from '../../run/recorder.ts';
import type { BackendSession } from '../../run/run.ts';
import { scoped } from '../../run/scope.ts';
import { patternOf, prepare, type TokenInput } from './prepare.ts';
import { affine, logProbability } from './steps.ts';

/** What is differentiated: the log-probability of an id after a decoder row. */
interface Of {
  readonly row: number;
  readonly id: number;
}

/**
 * The decoder's input. @throws EngineError `bad-request` for a target that is not given, or a row or id that is not
 * there
 */
function checked(request: RunRequest, info: ModelInfo, { row, id }: Of): readonly number[] {
  const refuse: (argument: string, expected: string, got: string) => never = (argument, expected, got) => {
    throw new EngineError('bad-request', 'gradient', argument, expected, got);
  };
  checkRequest(request, info);
  if (!request.target) refuse('target', 'a given one', 'none');
  const rows = request.target.length + 1;
  const within = (n: number, end: number) => Number.isInteger(n) && n >= 0 && n < end;
  if (!within(row, rows)) refuse('row', `a decoder row from 0 to ${rows - 1}`, `${row}`);
  if (!within(id, info.vocabulary)) refuse('id', `an id from 0 to ${info.vocabulary - 1}`, `${id}`);
  return [info.startId, ...request.target];
}

/** [1, 1, size]: 1 at one place. (TF.js's `oneHot` gives whole numbers on wasm, whatever it is asked for.) */
function oneAt(place: number, size: number): Tensor {
  const data = new Float32Array(size);
  data[place] = 1;
  return tensor(data, [1, 1, size], 'float32');
}

/** What is differentiated, and where: the forward pass over a passage, at one temperature. */
interface Differentiated extends Of {
  readonly forward: Differentiable;
  readonly passage: TokenInput;
  readonly temperature: number;
}

/** The gradients of all sites, [H, C, C′] each, on the device; they live in the caller's scope. */
function differentiate(
  session: BackendSession,
  { forward, passage, temperature, row, id }: Differentiated,
): { readonly sites: readonly AttentionSite[]; readonly found: Tensor[] } {
  const { model, info, device } = session;
  return withSizesCompiledIn(() => {
    const { sites, zeros, run } = prepare(session, forward, passage);
    const place = oneAt(row, padded(device, passage.decoderInput.length));
    const wanted = oneAt(id, info.vocabulary);
    const logProbabilityOf = (...nudges: Tensor[]): Tensor => {
      const line = matMul(place, run(nudges).output); // [1, 1, D]
      const logits = affine(line, model.unembed); // [1, 1, V]
      return logProbability(div(logits, temperature), wanted);
    };
    return { sites, found: grads(logProbabilityOf)(zeros) };
  });
}

/**
 * ∂ log P(id after decoder row `row`) ÷ ∂ α̂ of every pattern: a zero is added to each weight, after mask, softmax
 * and whatever is changed, and the logarithm is differentiated by it. So a weight that is masked has a gradient too:
 * what a little of it would do.
 * @throws EngineError `bad-request`, `outdated`
 */
export async function gradientOf(
  session: BackendSession,
  request: RunRequest,
  of: Of,
  control?: RunControl,
): Promise<ReadonlyMap<StageName, Frame>> {
  const { model, info, device } = session;
  const decoderInput = checked(request, info, of);
  const { source, changes = [], decoding } = request;
  device.freeReads();
  const forward = await model.differentiable();
  const passage = { source, decoderInput, changes };
  const what = { ...of, forward, passage, temperature: decoding?.temperature ?? 1 };
  await pause(control);
  await compileAhead(() => void gather(differentiate(session, what).found), control);
  return scoped(async () => {
    const { sites, found } = differentiate(session, what);
    const data = await device.read(found, control);
    stopIfOutdated(control);
    return new Map(
      sites.map((site, i) => {
        const { rows, keys } = site;
        const stage = { tensor: found[i] as Tensor, layout: { as: 'cells' }, rows, keys } as const;
        return [patternOf(site), frameOf(patternOf(site), stage, data[i] as Float32Array)];
      }),
    );
  });
}
