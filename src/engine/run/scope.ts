import { engine, type Tensor } from '@tensorflow/tfjs-core';

/** Runs `body` in a TF.js scope: whatever it made is freed at its end, also when it throws. */
export async function scoped<T>(body: () => Promise<T>): Promise<T> {
  engine().startScope();
  try {
    return await body();
  } finally {
    engine().endScope();
  }
}

/** The same for what waits for nothing, and `kept` is not freed. */
export function scopedKeeping<T>(body: () => T, kept: (made: T) => Tensor[]): T {
  let outcome: Tensor[] = [];
  engine().startScope();
  try {
    const made = body();
    outcome = kept(made);
    return made;
  } finally {
    engine().endScope(outcome);
  }
}
