import type { Translate } from '../../i18n/index.ts';
import type { ChangedHead } from '../shared/changed.ts';
import type { MatrixProps } from '../shared/matrixProps.ts';

/** The pinned cell's row alone is drawn, and so are the rows read together while no word is pointed at. */
export interface TokenArcsProps extends MatrixProps {
  /** Per row, the largest weights are drawn until this share is reached; 0 … 1. */
  readonly mass: number;
  readonly t: Translate<'arcs' | 'reading' | 'changed' | 'mark'>;
  /** Absent: the model is as it was trained, and `matrix` all there is. */
  readonly changed?: ChangedHead;
}
