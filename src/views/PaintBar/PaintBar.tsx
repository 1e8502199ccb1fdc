import type { ForbidMode } from '../../contract/index.ts';
import { Button } from '../../ui/index.ts';
import { PaintMode, type PaintModeWords } from '../shared/PaintMode.tsx';
import './PaintBar.css';

export interface PaintBarProps {
  readonly mode: ForbidMode;
  readonly onMode: (mode: ForbidMode) => void;
  readonly onDone: () => void;
  readonly words: PaintModeWords & { readonly label: string; readonly done: string };
}

/**
 * Over the heatmap while cells are painted, where the panel is closed: the two modes, what they mean, and the way
 * out.
 */
export function PaintBar({ mode, onMode, onDone, words }: PaintBarProps) {
  return (
    <section className="pb-root" data-view="paint-bar" aria-label={words.label}>
      <PaintMode mode={mode} onMode={onMode} words={words} />
      <Button label={words.done} icon="check" onPress={onDone} />
    </section>
  );
}
