import { useEffect, useMemo, useRef, useState } from 'react';
import { barOf, headKey } from '../../layout/index.ts';
import '../shared/fades.css';
import { useUnit } from '../../ui/index.ts';
import { shownHead, spokenHead } from '../shared/headNames.ts';
import { useMore } from '../shared/useMore.ts';
import { HeadRow, type RowActs, type RowTexts } from './HeadRow.tsx';
import { isChosen } from './isChosen.ts';
import { isListKey, moveInList } from './listKeys.ts';
import { headNotes } from './notes.ts';
import type { HeadFinderProps } from './props.ts';
import type { Found } from './useFound.ts';
import { columnText, valueText } from './valueText.ts';
import './HeadList.css';

export interface HeadListProps {
  readonly finder: HeadFinderProps;
  readonly found: Found;
  readonly pointed: string | null;
  readonly onPoint: (key: string | null) => void;
}

const THUMB_PX = 28;

/** What the rows say; worded once for a picture and a choice, not for every move of the pointer. */
function useTexts(finder: HeadFinderProps, { ranking, ends }: Found): readonly RowTexts[] {
  return useMemo(() => {
    const { t, choice } = finder;
    return ranking.ranked.map(({ head, value }): RowTexts => {
      const { kind, layer } = head;
      const place = { kind, layer, head: head.head };
      const notes = headNotes(finder, head);
      return {
        key: headKey(head),
        place,
        name: shownHead(t, place),
        spoken: t.list([
          t('finder.row', { head: spokenHead(t, place), value: valueText(t, choice.measure, value) }),
          ...notes,
        ]),
        note: notes.join(' · '),
        number: columnText(t, choice.measure, value),
        ...barOf(value, ends),
      };
    });
  }, [finder, ranking, ends]);
}

/** What rows report, as one object that stays; it looks up what is newest when it is called. */
function useActs(finder: HeadFinderProps, rows: readonly RowTexts[], point: HeadListProps['onPoint']) {
  const [at, setAt] = useState<string | null>(null);
  const last = useRef({ finder, rows });
  useEffect(() => {
    last.current = { finder, rows };
  });
  const acts = useMemo((): RowActs => {
    const buttons = new Map<string, HTMLButtonElement>();
    return {
      choose: ({ kind, layer, head }) => last.current.finder.onChoose(kind, layer, head),
      point,
      focus: (key) => {
        setAt(key);
        point(key);
      },
      keyDown: (event, key) => {
        if (!isListKey(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        const keys = last.current.rows.map((row) => row.key);
        buttons.get(keys[moveInList(keys.indexOf(key), event.key, keys.length)] ?? '')?.focus();
      },
      register: (key, button) => {
        if (button) buttons.set(key, button);
        else buttons.delete(key);
      },
    };
  }, [point]);
  return { acts, at };
}

/** The heads in order, one tab stop among them: arrows walk, Enter chooses. */
export function HeadList({ finder, found, pointed, onPoint }: HeadListProps) {
  const { t, choice, theme, palette } = finder;
  const { ranked, without } = found.ranking;
  const rows = useTexts(finder, found);
  const { acts, at } = useActs(finder, rows, onPoint);
  const unit = useUnit();
  const chosen = rows.find(({ place }) => isChosen(finder, place));
  const stop = (rows.find(({ key }) => key === at) ?? chosen ?? rows[0])?.key;
  const list = useRef<HTMLOListElement>(null);
  const { measure, order } = choice;
  const more = useMore(list, ranked);
  // Another measure: the first of the list are what one wants to see.
  useEffect(() => {
    if (measure && order) list.current?.scrollTo({ top: 0 });
  }, [measure, order]);
  return (
    <div className="hf-list">
      {ranked.length + without === 0 ? <p className="hf-quiet">{t('finder.none')}</p> : null}
      <ol
        ref={list}
        className="hf-rows fades"
        data-more={more}
        aria-label={t('finder.list', { count: ranked.length })}
      >
        {rows.map((texts) => (
          <HeadRow
            key={texts.key}
            texts={texts}
            matrix={found.matrixOf(texts.place)}
            thumbPx={Math.round(THUMB_PX * unit)}
            theme={theme}
            palette={palette}
            pointed={texts.key === pointed}
            chosen={isChosen(finder, texts.place)}
            isStop={texts.key === stop}
            acts={acts}
          />
        ))}
      </ol>
      {without > 0 && ranked.length > 0 ? (
        <p className="hf-quiet">
          {t(measure === 'effect' ? 'finder.notYet' : 'finder.without', { count: without })}
        </p>
      ) : null}
    </div>
  );
}
