import { useState } from 'react';
import { KindBoxes, MeasureHelp, RankControls } from './Controls.tsx';
import { HeadCard } from './HeadCard.tsx';
import { HeadList } from './HeadList.tsx';
import { Plot } from './Plot.tsx';
import type { HeadFinderProps } from './props.ts';
import { useFound } from './useFound.ts';
import './HeadFinder.css';

/** Finds heads: all of them in order of one measure, and as one picture of how far and how evenly each reads. */
export function HeadFinder(props: HeadFinderProps) {
  const found = useFound(props);
  const [listed, setListed] = useState<string | null>(null);
  const [plotted, setPlotted] = useState<string | null>(null);
  const pointed = plotted ?? listed;
  return (
    <section className="hf-root" data-view="head-finder" aria-label={props.t('finder.label')}>
      <RankControls finder={props} found={found} />
      <MeasureHelp finder={props} found={found} />
      <HeadList finder={props} found={found} pointed={pointed} onPoint={setListed} />
      <div className="hf-side">
        <KindBoxes finder={props} />
        <Plot finder={props} heads={found.passing} pointed={pointed} tipped={plotted} onPoint={setPlotted} />
        <HeadCard finder={props} standing={found.standing} />
      </div>
    </section>
  );
}
