export * from './PaintBar.tsx';
