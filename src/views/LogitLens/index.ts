export { LogitLens, type LogitLensProps, type LogitLensWords } from './LogitLens.tsx';
