export { HeadlightProvider, useApp, useHeadlight, useMedia, useTheme, useWords } from './context.tsx';
export { FigurePane } from './FigurePane.tsx';
export { HeadDrawing } from './HeadDrawing.tsx';
export { HeadTitle } from './HeadPane.tsx';
export { HeadLegend, HeadReading } from './HeadSide.tsx';
export { headPicturesOf } from './headPicture.ts';
export { mountPage } from './mount.tsx';
export { RunLine } from './RunLine.tsx';
export { useExplorerLink } from './useExplorerLink.ts';
