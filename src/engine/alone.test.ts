import { expect, it, vi } from 'vitest';
import { modelFromDisk } from '../testing/fixtures.ts';
import { engineFor } from './testing/engineFor.ts';

for (const library of ['react', 'react-dom', 'd3', 'zustand']) {
  vi.doMock(library, () => ({}));
}

it('the engine runs where React, D3 and the store are empty modules', async () => {
  const mocked = await import('react');
  expect(Object.keys(mocked)).toEqual([]);
  const engine = await engineFor(modelFromDisk('swish-no-bias'), 'cpu');
  const { frames } = await engine.run({ source: [5, 9, 1], target: null, stages: [] });
  expect(frames.size).toBe(engine.info.encoder.layers + 2 * engine.info.decoder.layers);
  engine.dispose();
});
