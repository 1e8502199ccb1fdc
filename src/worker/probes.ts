import {
  checkHead,
  type Engine,
  EngineError,
  type Frame,
  type Gradient,
  type HeadEffect,
  type HeadsOff,
  type Lens,
  type RunControl,
  type RunResult,
} from '../contract/index.ts';
import type { Translator } from './picture.ts';
import type { Asked } from './protocol.ts';

/** One stage of a picture. */
export async function frame(
  { name, passage }: Asked<'frame'>,
  engine: Engine,
  control?: RunControl,
): Promise<Frame> {
  const result = await engine.run({ ...passage, stages: [name] }, control);
  const wanted = result.frames.get(name);
  if (!wanted) throw new EngineError('bad-request', 'frame', 'name', 'a stage of this model', name);
  return wanted;
}

export async function gradient(
  { passage, row, id }: Asked<'gradient'>,
  engine: Engine,
  control?: RunControl,
): Promise<Gradient> {
  return { row, id, frames: await engine.gradient({ ...passage, stages: [] }, row, id, control) };
}

export async function lens(
  { passage, finalIds }: Asked<'lens'>,
  engine: Engine,
  translator: Translator,
  control?: RunControl,
): Promise<Lens> {
  const layers = await engine.lens({ ...passage, stages: [] }, finalIds, control);
  return layers.map((rows) => rows.map((guess) => ({ ...guess, text: translator.textOf(guess.id) })));
}

/** Probability of an id after a row. The last one's is told only where the target ends with it. */
function probabilityOf({ steps, frames }: RunResult, row: number, id: number): number {
  if (steps[row]?.id === id) return steps[row].probability;
  const all = frames.get('probabilities');
  return all?.data[row * (all.shape[1] ?? 0) + id] ?? Number.NaN;
}

/** Nats. A probability too small for a number counts as the smallest one there is. */
const nats = (probability: number): number => Math.log(Math.max(probability, Number.MIN_VALUE));

/**
 * The picture's target through the model with one head more switched off, giving nothing.
 * @throws EngineError `bad-request` for a head the model does not have
 */
export async function headEffect(
  question: Asked<'effect'>,
  engine: Engine,
  control?: RunControl,
): Promise<HeadEffect> {
  const { passage, steps, attention, layer, head } = question;
  checkHead('headEffect', engine.info, attention, layer, head);
  const off: HeadsOff = { type: 'off', way: 'zero', kind: attention, layer, heads: [head] };
  // After a given target the end mark stands; where the limit cut what was written, another word does.
  const cut = steps[steps.length - 1]?.id !== engine.info.endId;
  const changes = [...passage.changes, off];
  const stages = cut ? (['probabilities'] as const) : [];
  const result = await engine.run({ ...passage, changes, stages }, control);
  const drops = steps.map(
    ({ id, probability }, row) => nats(probability) - nats(probabilityOf(result, row, id)),
  );
  const most = Math.max(...drops);
  const loss = drops.reduce((sum, drop) => sum + drop, 0) / drops.length;
  return { loss, most, mostRow: drops.indexOf(most), drops };
}
