import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{mjs,ts}', 'bench/**/*.test.ts'],
    environment: 'node',
    // One worker a core: left to itself Vitest keeps one core free, which on two is every second one.
    maxWorkers: '100%',
    // A law over generated inputs, or a model run in plain JavaScript, takes seconds on a slow machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Only what a test changes itself may differ from one test to the next.
    restoreMocks: true,
    unstubGlobals: true,
  },
});
