export * from './colour.ts';
export * from './combine.ts';
export * from './gridKeys.ts';
export * from './labels.ts';
export * from './matrix.ts';
export * from './numbers.ts';
export * from './reading.ts';
export * from './words.ts';
