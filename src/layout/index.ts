export { arcPath } from './arcs/arcPath.ts';
export { type ArcsLayout, arcsLayout, COLUMN_BELOW_PX } from './arcs/arcsLayout.ts';
export { type Arc, chosenArcs } from './arcs/chosenArcs.ts';
export { tiePath } from './arcs/tiePath.ts';
export {
  cellsBetween,
  cellsOf,
  previewStroke,
  type Stroke,
  strokeForbids,
} from './changes/brushStroke.ts';
export {
  type ChangeLine,
  countedFromOne,
  listChanges,
  type Meaning,
  type PlaceMeant,
} from './changes/changeList.ts';
export {
  forbiddenOf,
  joinForbidden,
  ownForbidden,
  WHYS,
  type Why,
  whyForbidden,
} from './changes/forbidden.ts';
export { linePlot } from './changes/linePlot.ts';
export { MOST_DIMENSIONS, type RandomScores, randomScores } from './changes/randomScores.ts';
export { varianceByDimension } from './changes/variance.ts';
export {
  type AmountScale,
  amountScale,
  handHatchColour,
  hatchColour,
  textScale,
} from './colour/amountScale.ts';
export { type DivergingScale, divergingScale, largestSize } from './colour/divergingScale.ts';
export {
  type BeamInput,
  type BeamLayout,
  type BeamPlace,
  beamLine,
  beamSentences,
  beamTree,
  chosenPath,
  isBeamKey,
  moveInTree,
} from './decoder/beamTree.ts';
export { type MovedStep, mostMoved } from './decoder/mostMoved.ts';
export { settledLayer } from './decoder/settledLayer.ts';
export { clampStep, type TimeStep, timeStep } from './decoder/timeSteps.ts';
export { translationDiff, type WordChange } from './decoder/translationDiff.ts';
export { alignedRow } from './heads/alignment.ts';
export { firstLink } from './heads/firstLink.ts';
export { LITTLE_NATS, largestEffect } from './heads/headEffects.ts';
export { type HeadHere, headHere } from './heads/headHere.ts';
export {
  clampLink,
  type LinkEnd,
  linkBetween,
  linkEnds,
  linkOfCell,
  linkWeights,
  type WordLink,
} from './heads/headLinks.ts';
export { type HeadMeasures, headKey, measureHeads } from './heads/headMeasures.ts';
export {
  type HeadPoint,
  headPlot,
  isPlotKey,
  KIND_SIGNS,
  nearestPoint,
  nextPoint,
} from './heads/headPlot.ts';
export {
  barEnds,
  barOf,
  type HeadRanking,
  headName,
  measureOf,
  NAME_MOST,
  rankHeads,
  type Standing,
  standingOf,
  unitOf,
} from './heads/headRanking.ts';
export { type Disagreement, disagreement, gradientFits } from './heads/influence.ts';
export {
  estimatedLoss,
  INFLUENCES,
  type Influence,
  influenceOf,
  largestInfluence,
  sharesOfLimit,
} from './heads/influenceMatrix.ts';
export { clampCell, gridAct, sameCell } from './heatmap/gridKeys.ts';
export { LABEL_PAD_PX } from './heatmap/gutters.ts';
export { cellAt, cellRect, columnLabelAt } from './heatmap/heatmapCells.ts';
export { heatmapLayout } from './heatmap/heatmapLayout.ts';
export type { HeatmapLayout } from './heatmap/heatmapShape.ts';
export type { WordPlace } from './heatmap/labelLines.ts';
export { type LabelPlace, placeLabels } from './heatmap/labelPlaces.ts';
export {
  END_SIGN,
  type FittedLabel,
  fitLabel,
  type Measure,
  occurrence,
  tokenLabel,
} from './heatmap/labels.ts';
export { type NamedPlaces, namedPlaces } from './heatmap/namedPlaces.ts';
export {
  COLOURED,
  type StageField,
  type StageHeatLayout,
  stageCellAt,
  stageCellRect,
  stageField,
  stageHeatLayout,
  zeroShare,
} from './heatmap/stageField.ts';
export type { TokenName } from './heatmap/tokenNames.ts';
export type { Check } from './inspect/check.ts';
export { type Bar, barsOf, type NumberLine, numberLine, waterfallOf } from './inspect/drawings.ts';
export { aboveOf, formulasOf, headOutputName, letters, named, normNumbers } from './inspect/formulas.ts';
export {
  INSPECT_STEPS,
  type InspectStep,
  type InspectStepName,
  inspectNeeds,
  inspectStep,
  type WaitingStep,
} from './inspect/inspect.ts';
export type { FormulaWord, Maths } from './inspect/mathMl.ts';
export { mappedNumber } from './inspect/projectStep.ts';
export { type InspectNeed, type InspectPlace, type InspectSource, inspectStages } from './inspect/stages.ts';
export type {
  DotStep,
  MapName,
  MaskStep,
  NormStep,
  OutputStep,
  ProductsStep,
  ProjectStep,
  ScaleStep,
  SoftmaxStep,
  ValuesStep,
} from './inspect/steps.ts';
export type { Vector } from './inspect/sum.ts';
export { partialSums, type Sum, type Term, vectorOf } from './inspect/sum.ts';
export { type RowSoftmax, rowSoftmax } from './inspect/weightSteps.ts';
export {
  type HeadTable,
  headTables,
  MATRICES,
  MATRIX_NEEDS,
  type MatrixAxis,
  type MatrixName,
} from './matrices/matrices.ts';
export { cellInPlace, matrixFlow } from './matrices/matrixFlow.ts';
export { matrixCaption } from './matrices/matrixFormulas.ts';
export {
  type FlowSign,
  type MatrixFlow,
  type MatrixPlace,
  WORD_APART,
  type WordsPlace,
} from './matrices/matrixPlace.ts';
export {
  cellMarks,
  changedHeads,
  differenceFrame,
  forbiddenNow,
  LEAST_CHANGE,
  largestChange,
  largestChanges,
  shownMatrix,
  shownReadable,
  type WeightChange,
} from './matrix/difference.ts';
export { joinTokens, joinWords } from './matrix/joinWords.ts';
export {
  type Forbidden,
  headMatrix,
  isMasked,
  type Matrix,
  type Readable,
  rowOf,
  rowScale,
  sharesOf,
  weightAt,
} from './matrix/matrix.ts';
export { permutationOf, permutedChanges, permutedDifference } from './matrix/permutation.ts';
export { poolRows, sinkKeys } from './matrix/pooling.ts';
export {
  type Pooled,
  type PoolingChoice,
  pooledForbidden,
  pooledPatterns,
  valueStages,
} from './matrix/poolLayers.ts';
export {
  type Reading,
  type ReadingItem,
  reading,
  type SpokenCell,
  spokenCell,
  strongestKey,
  strongestQuery,
} from './matrix/reading.ts';
export { meanOf, oddSums, rowEntropies, rowLargest } from './matrix/rows.ts';
export { sideColumns } from './matrix/sideBySide.ts';
export { type WordRun, wordRuns } from './matrix/wordRuns.ts';
export {
  cellDifference,
  cellNumber,
  exact,
  keptDigits,
  percent,
  powerOfTen,
  short,
  signed,
  signedPercent,
} from './numbers.ts';
export {
  type AlignedPlace,
  alignTokens,
  type Grid,
  gridAt,
  gridCells,
  gridDifference,
  placedGrid,
  wordsApart,
} from './pair/align.ts';
