import { choiceOf } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { looksAheadOf } from '../changes/headActs.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import { headTitle } from '../head/headTitle.ts';
import { oneHeadOf } from '../head/viewedPicture.ts';
import { type MoreView, see } from '../view/currentView.ts';
import { TitleText } from './TitleText.tsx';

/**
 * What a view beside heatmap and arcs is about: one head, or the whole model. What the head does stands with its own
 * picture alone: these views need the line.
 */
export function ViewTitle({ view, short }: { readonly view: MoreView; readonly short: boolean }) {
  const t = useWords();
  const at = useApp(oneHeadOf);
  const looks = useApp(looksAheadOf);
  if (view === 'heads' || view === 'time' || view === 'lens') {
    return (
      <div className="app-head-title" data-plain="true">
        <h2>{t(`view.title.${view}`)}</h2>
      </div>
    );
  }
  return (
    <div className="app-head-title">
      <h2>
        <TitleText
          title={headTitle(t, { ...at, heads: [at.head] }, short, {
            depth: 'layer',
            ahead: looks(at.layer, at.head),
          })}
        />
      </h2>
    </div>
  );
}

/** Beneath what a pinned cell says: the way its number came about. */
export function ExplainButton() {
  const t = useWords();
  const { act, store } = useHeadlight();
  return (
    <Button
      label={t('view.explain')}
      short={t('view.explainShort')}
      keys="Enter"
      onPress={() => act.choose(see('cell', choiceOf(store.getState())))}
    />
  );
}
