import { agree } from './agree.ts';
import { choice } from './choice.ts';
import { counts } from './counts.ts';
import { gradients } from './gradients.ts';
import { greedy } from './greedy.ts';
import { laws } from './laws.ts';
import { leaks } from './leaks.ts';
import { hang, lose, loseGradient } from './loss.ts';
import { changedParity, parity } from './parity.ts';
import { simd } from './simd.ts';
import { tokens } from './tokens.ts';
import { ways } from './ways.ts';

/** What the harness can be asked: plain data in, plain data out. */
export const tasks = {
  agree,
  changedParity,
  choice,
  counts,
  gradients,
  greedy,
  hang,
  laws,
  leaks,
  lose,
  loseGradient,
  parity,
  simd,
  tokens,
  ways,
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;

/** A question to the worker, and its answer. */
export interface Ask {
  readonly name: TaskName;
  readonly input: unknown;
}
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };
