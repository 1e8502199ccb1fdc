export * from './ReadingPanel.tsx';
