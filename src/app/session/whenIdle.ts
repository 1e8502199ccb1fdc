import type { HeadlightStore } from '../../state/index.ts';

/** Resolves when no sentence is being computed. */
export function quiet(store: HeadlightStore): Promise<void> {
  return new Promise((resolve) => {
    if (store.getState().run.phase !== 'running') return resolve();
    const stop = store.subscribe(({ run }) => {
      if (run.phase === 'running') return;
      stop();
      resolve();
    });
  });
}
