import { engine } from '@tensorflow/tfjs-core';

/** Runs `body` in a TF.js scope: whatever it made is freed at its end, also when it throws. */
export async function scoped<T>(body: () => Promise<T>): Promise<T> {
  engine().startScope();
  try {
    return await body();
  } finally {
    engine().endScope();
  }
}
