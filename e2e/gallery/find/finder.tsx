import { type ReactNode, useEffect, useMemo, useState } from 'react';
import {
  ATTENTION_KINDS,
  type AttentionKind,
  HEAD_MEASURES,
  type HeadEffect,
  type Picture,
} from '../../../src/contract/index.ts';
import { isMessageKey } from '../../../src/i18n/index.ts';
import { headKey, linkOfCell, measureHeads } from '../../../src/layout/index.ts';
import { type FinderChoice, HeadFinder, type LabelledHead } from '../../../src/views/index.ts';
import { asked, oneOf, palette, t, theme } from './setting.ts';
import { storedLabels, storedPicture } from './stored.ts';

/** A made-up effect: heads of higher layers do more, a few much more, a few are better off. */
function madeUpEffect(seed: number): HeadEffect {
  const x = Math.sin(seed * 127.1) * 43758.5453;
  const share = x - Math.floor(x);
  const loss = share ** 6 * 0.9 - 0.01;
  const mostRow = Math.floor(share * 15);
  const most = Math.max(0.01, loss * 4);
  const drops = Array.from({ length: 16 }, (_, row) => (row === mostRow ? most : loss * (row % 3) * 0.5));
  return { loss, most, mostRow, drops };
}

/** Effects that arrive one by one, as the engine would give them. */
function useMeasuring(picture: Picture) {
  const all = useMemo(() => measureHeads(picture).map(headKey), [picture]);
  const [done, setDone] = useState(Number(asked.get('done') ?? 0));
  const [running, setRunning] = useState(asked.has('running'));
  useEffect(() => {
    if (!running || asked.has('still')) return;
    const timer = setInterval(() => setDone((n) => n + 1), 20);
    return () => clearInterval(timer);
  }, [running]);
  const over = done >= all.length;
  return {
    effects: new Map(all.slice(0, done).map((key, i) => [key, madeUpEffect(i + 1)])),
    measuring: running && !over ? { done, total: all.length } : null,
    start: () => {
      setDone(0);
      setRunning(true);
    },
    stop: () => setRunning(false),
  };
}

function Scene({ picture, labels }: { picture: Picture; labels: readonly LabelledHead[] }) {
  const [choice, setChoice] = useState<FinderChoice>({
    measure: oneOf(HEAD_MEASURES, 'measure', 'distance'),
    order: 'most',
    kinds: ATTENTION_KINDS,
    layer: null,
    link: null,
    effectRow: asked.has('row') ? Number(asked.get('row')) : null,
  });
  const [chosen, setChosen] = useState({ kind: 'encoder' as AttentionKind, layer: 2, heads: [4] });
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map([['cross/3/2', 'the aligner']]));
  const [opened, setOpened] = useState(false);
  const { effects, measuring, start, stop } = useMeasuring(picture);
  return (
    <>
      <HeadFinder
        picture={picture}
        choice={choice}
        onChange={setChoice}
        pinnedLink={linkOfCell(picture, 'encoder', { query: 8, key: 1 }, 'piece')}
        effects={effects}
        measuring={measuring}
        stopped={measuring === null}
        onMeasure={start}
        onStop={stop}
        chosen={chosen}
        onChoose={(kind, layer, head) => setChosen({ kind, layer, heads: [head] })}
        onOpen={() => setOpened(true)}
        labels={labels}
        names={names}
        onName={(place, name) =>
          setNames((last) => {
            const next = new Map(last);
            if (name === null) next.delete(headKey(place));
            else next.set(headKey(place), name);
            return next;
          })
        }
        theme={theme}
        palette={palette}
        t={t}
      />
      <output data-opened={opened} hidden />
    </>
  );
}

export async function finderScene(): Promise<ReactNode> {
  const [picture, labels] = await Promise.all([storedPicture(), storedLabels()]);
  const known = labels.flatMap((label) => {
    const key = `headLabel.${label.label}`;
    return isMessageKey(key) ? [{ ...label, text: t(key) }] : [];
  });
  return <Scene picture={picture} labels={known} />;
}
