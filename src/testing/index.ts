/** Makers and matchers for tests; nothing here reaches the page. */

export { compareNumbers, type Worst } from './compare.ts';
export { createFakeEngine, type FakeEngine, type FakeEngineOptions } from './fakeEngine.ts';
export { headWeightsFrom } from './headWeights.ts';
export { compareCase, type ParityReport, printParity, type ReferenceCase } from './parity.ts';
export { makeSafetensors, type RawHeader, rawSafetensors } from './safetensors.ts';
export { type SubLayer, subLayerFrames } from './subLayer.ts';
