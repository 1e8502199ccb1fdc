import { StrictMode, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { PaintBar } from '../../../src/views/index.ts';
import './change.css';
import { changedMatrix } from './changeScene.ts';
import { asked, at, before, head, phone, section, start, t } from './changeSetup.ts';
import { Stage } from './changeStage.tsx';
import { useChanges } from './changeState.ts';
import { Bar, Figure, Panel, useHead } from './changeViews.tsx';

function Page() {
  const store = useChanges(
    start,
    at,
    section,
    "The animal didn't cross the street because it was too tired.".split(' '),
  );
  const after = useMemo(() => changedMatrix(before, store.changes, head), [store.changes]);
  const { matrix, side, legend } = useHead({ store, after });
  if (phone) {
    return (
      <main className="gc-phone">
        <Bar store={store} />
        {store.paint.on && (
          <PaintBar
            mode={store.paint.mode}
            onMode={(mode) => store.setPaint({ on: true, mode })}
            onDone={() => store.setPaint((last) => ({ ...last, on: false }))}
            t={t}
          />
        )}
        <div className="gc-matrix">{matrix}</div>
        {side}
        <Figure store={store} />
        {asked.has('panel') && !store.paint.on && <Panel store={store} after={after} foot={legend} />}
      </main>
    );
  }
  return (
    <div className="gc-desk">
      <header className="gc-top">
        <h1>Headlight</h1>
      </header>
      <main className="gc-main">
        <Figure store={store} />
        <section className="gc-head">
          <Bar store={store} />
          {matrix}
          {asked.has('panel') ? (
            <Panel store={store} after={after} foot={legend} />
          ) : (
            <aside className="gc-side">{side}</aside>
          )}
        </section>
      </main>
    </div>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(<StrictMode>{asked.has('stage') ? <Stage /> : <Page />}</StrictMode>);
}
