import { type ReactNode, useEffect, useRef } from 'react';
import { useApp, useWords } from '../context.tsx';
import { drawnOf } from '../head/headPicture.ts';
import { mayTakeKeys } from '../shell/keyTarget.ts';
import type { MoreView } from '../view/currentView.ts';
import { FinderPane } from './FinderPane.tsx';
import { GradientPane } from './GradientPane.tsx';
import { InspectorPane } from './InspectorPane.tsx';
import { LensPane } from './LensPane.tsx';
import { MatricesPane } from './MatricesPane.tsx';
import { PairPane } from './PairPane.tsx';
import './panes.css';
import { TimePane } from './TimePane.tsx';

const PANES: Readonly<Record<MoreView, () => ReactNode>> = {
  cell: InspectorPane,
  matrices: MatricesPane,
  gradient: GradientPane,
  heads: FinderPane,
  pair: PairPane,
  time: TimePane,
  lens: LensPane,
};

/** These take the keys themselves. */
const FOCUSED: readonly MoreView[] = ['cell', 'matrices'];

/**
 * A view in the place of the heatmap. It takes the keys when it comes, but not from somebody who types, nor from a
 * slide around it.
 */
export function MorePane({ view }: { readonly view: MoreView }) {
  const t = useWords();
  const known = useApp((state) => state.picture !== null);
  const empty = useApp((state) => drawnOf(state) === null);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!FOCUSED.includes(view) && mayTakeKeys()) root.current?.focus({ preventScroll: true });
  }, [view]);
  const Pane = PANES[view];
  return (
    <div className="app-pane" data-pane={view} ref={root} tabIndex={-1}>
      {empty ? known && <p className="app-quiet">{t('head.empty')}</p> : <Pane />}
    </div>
  );
}
