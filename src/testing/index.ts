/** Makers and matchers for tests; nothing here reaches the page. */

export { applyStroke } from './applyStroke.ts';
export { compareNumbers, type Worst } from './compare.ts';
export { createFakeEngine, type FakeEngine, type FakeEngineOptions } from './fakeEngine.ts';
export { compareGradients, type GradientCase } from './gradients.ts';
export { headWeightsFrom } from './headWeights.ts';
export { compareCase, type ParityReport, printParity, type ReferenceCase, stagesOfCase } from './parity.ts';
export { makeSafetensors, type RawHeader, rawSafetensors } from './safetensors.ts';
export { type SubLayer, subLayerFrames } from './subLayer.ts';
