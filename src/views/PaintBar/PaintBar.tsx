import type { ForbidMode } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { PaintMode } from '../shared/PaintMode.tsx';
import './PaintBar.css';

export interface PaintBarProps {
  readonly mode: ForbidMode;
  readonly onMode: (mode: ForbidMode) => void;
  readonly onDone: () => void;
  readonly t: Translate<'panel'>;
}

/**
 * Above the heatmap while cells are painted, where the panel is closed: the two modes, what they mean, and the way
 * out. One row where it is wide.
 */
export function PaintBar({ mode, onMode, onDone, t }: PaintBarProps) {
  return (
    <section className="pb-root" data-view="paint-bar" aria-label={t('panel.mask.paint')}>
      <PaintMode mode={mode} onMode={onMode} t={t} />
      <Button label={t('panel.mask.done')} icon="check" onPress={onDone} />
    </section>
  );
}
