import { type KeyboardEvent, memo } from 'react';
import type { HeadAt, Palette, ResolvedTheme } from '../../contract/index.ts';
import type { Matrix } from '../../layout/index.ts';
import { KindSign } from '../shared/KindSign.tsx';
import { Thumbnail } from '../shared/Thumbnail.tsx';

/** What is written in a row of the list. */
export interface RowTexts {
  /** `headKey` */
  readonly key: string;
  readonly place: HeadAt;
  readonly name: string;
  /** The number, the note and the name again, for a screen reader. */
  readonly spoken: string;
  readonly note: string;
  readonly number: string;
  /** The bar, as shares of its track. */
  readonly from: number;
  readonly length: number;
}

/** What a row reports; the same object at every drawing. */
export interface RowActs {
  readonly choose: (place: HeadAt) => void;
  readonly point: (key: string | null) => void;
  readonly focus: (key: string) => void;
  readonly keyDown: (event: KeyboardEvent, key: string) => void;
  readonly register: (key: string, button: HTMLButtonElement | null) => void;
}

interface HeadRowProps {
  readonly texts: RowTexts;
  readonly matrix: Matrix | null;
  readonly thumbPx: number;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly pointed: boolean;
  readonly chosen: boolean;
  /** The list's tab stop. */
  readonly isStop: boolean;
  readonly acts: RowActs;
}

/** One head of the list. Drawn again only when something about it is another: there may be hundreds. */
export const HeadRow = memo(function HeadRow(props: HeadRowProps) {
  const { texts, acts } = props;
  const { key, place, note } = texts;
  return (
    <li className="hf-item">
      <button
        type="button"
        className="hf-row"
        data-kind={place.kind}
        data-pointed={props.pointed || undefined}
        aria-pressed={props.chosen}
        aria-label={texts.spoken}
        tabIndex={props.isStop ? 0 : -1}
        ref={(button) => acts.register(key, button)}
        onClick={() => acts.choose(place)}
        onKeyDown={(event) => acts.keyDown(event, key)}
        onFocus={() => acts.focus(key)}
        onBlur={() => acts.point(null)}
        onPointerEnter={() => acts.point(key)}
        onPointerLeave={() => acts.point(null)}
      >
        <Thumbnail
          kind={place.kind}
          matrix={props.matrix}
          sidePx={props.thumbPx}
          theme={props.theme}
          palette={props.palette}
        />
        <span className="hf-text">
          <span className="hf-head">
            <KindSign kind={place.kind} />
            {texts.name}
          </span>
          {note === '' ? null : <span className="hf-note">{note}</span>}
        </span>
        <span className="hf-value">
          <span className="hf-number">{texts.number}</span>
          <span className="hf-track">
            <span
              className="hf-bar"
              style={{ left: `${texts.from * 100}%`, width: `${texts.length * 100}%` }}
            />
          </span>
        </span>
      </button>
    </li>
  );
});
