export * from './AttentionMatrix/index.ts';
export * from './HeadFinder/index.ts';
export * from './Legend/index.ts';
export * from './ModelFigure/index.ts';
export * from './ReadingPanel/index.ts';
export * from './SentenceField/index.ts';
export * from './TokenArcs/index.ts';
export * from './Translation/index.ts';
