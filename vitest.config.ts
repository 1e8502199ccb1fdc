import { defineConfig } from 'vitest/config';

/** Test files by where they lie. */
const testsIn = (...folders: string[]) => folders.map((folder) => `${folder}/**/*.test.{ts,tsx,mjs}`);
const ENGINE = [...testsIn('src/engine'), 'src/testing/meaning.laws.test.ts'];

export default defineConfig({
  test: {
    environment: 'node',
    // One worker a core: left to itself Vitest keeps one core free, which on two is every second one.
    maxWorkers: '100%',
    pool: 'threads',
    // A law over generated inputs, or a model run in plain JavaScript, takes seconds on a slow machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Only what a test changes itself may differ from one test to the next.
    restoreMocks: true,
    unstubGlobals: true,
    // Which files concern all tests is said in scripts/lib/changed.mjs.
    forceRerunTriggers: [],
    projects: [
      // TF.js keeps its backends in a global, and tests count what is in it: each file has a worker to itself.
      { extends: true, test: { name: 'engine', include: ENGINE } },
      // All else keeps nothing between tests: files of one worker share the modules loaded, which takes half the time.
      {
        extends: true,
        test: { name: 'rest', include: testsIn('src', 'scripts', 'bench'), exclude: ENGINE, isolate: false },
      },
    ],
  },
});
