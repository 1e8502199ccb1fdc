import './theme.css';
import './controls.css';
import './panels.css';

export * from './Button.tsx';
export * from './Dialog.tsx';
export * from './Icon.tsx';
export * from './Key.tsx';
export * from './Notice.tsx';
export * from './Popover.tsx';
export * from './ProgressBar.tsx';
export * from './Select.tsx';
export * from './Slider.tsx';
export * from './shortcut.ts';
export * from './ToggleGroup.tsx';
export * from './useDraft.ts';
export * from './useSize.ts';
