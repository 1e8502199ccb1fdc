import { useId, useMemo } from 'react';
import type {
  AttentionKind,
  Cell,
  Frame,
  Palette,
  ResolvedTheme,
  Shown,
  StageName,
  Token,
} from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import {
  powerOfTen,
  type StageField,
  type StageHeatLayout,
  stageCellRect,
  stageField,
  stageHeatLayout,
} from '../../layout/index.ts';
import { Button, Select, type SizePx, ToggleGroup, useSize, useUnit } from '../../ui/index.ts';
import { labelsOf, spokenOf } from '../shared/marks.ts';
import { stageTitle } from '../shared/stageTitle.ts';
import { StageCanvas } from './StageCanvas.tsx';
import './StageHeat.css';
import { StageLegend } from './StageLegend.tsx';
import { useStagePointing } from './useStagePointing.ts';

export interface StageHeatProps {
  /** [T, D], [T, S] or [H, T, X]. */
  readonly after: Frame;
  /** The unchanged model's frame of the same stage over the same tokens; null where there is none. */
  readonly before: Frame | null;
  readonly shown: Shown;
  /** The T words of the rows. */
  readonly tokens: readonly Token[];
  /** Whose hue numbers without a sign have. */
  readonly kind: AttentionKind;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  /** The stages that can be opened here; the one open is `after`'s. */
  readonly stages: readonly StageName[];
  readonly onStage: (stage: StageName) => void;
  readonly onClose?: () => void;
  /** What belongs together with it, one of which is shown: what is inside Feed Forward and what it gives. */
  readonly parts?: readonly { readonly name: StageName; readonly label: string }[];
  /** What there is to say of these numbers. */
  readonly note?: string | null;
  /** Highest the field may be, px. */
  readonly mostHighPx?: number;
  readonly t: Translate<'changed' | 'mark'>;
  readonly sizePx?: SizePx;
}

const LEFT_PX = 78;
const MOST_HIGH_PX = 260;

const sameShape = (a: Frame, b: Frame) =>
  a.shape.length === b.shape.length && a.shape.every((n, i) => n === b.shape[i]);

/** The field of numbers asked for; without a run before there is only the one after. */
function useField({ after, before, shown: asked }: StageHeatProps) {
  const known = before && sameShape(after, before) ? before : null;
  const shown = known ? asked : 'after';
  const field = useMemo(() => stageField(shown, after, known), [shown, after, known]);
  return { field, known, shown };
}

/** A column, from 1: `dimension 37` or `head 2, dimension 5`; `block` is null where there is one. */
function columnText(
  { after, t }: Pick<StageHeatProps, 'after' | 't'>,
  block: number | null,
  column: number,
): string {
  if (after.name === 'logits') return t('changed.stageVocabulary', { column });
  if (block === null) return t('changed.stageColumn', { column });
  return t('changed.stageBlockColumn', { block, column });
}

/** Under the grid: `192 numbers for each word` or `8 heads, 24 numbers each`. */
function columnsText(t: StageHeatProps['t'], { blocks, columns }: StageField): string {
  return blocks > 1 ? t('changed.stageBlocks', { blocks, columns }) : t('changed.stageColumns', { columns });
}

/** A sentence about a number. */
function sayNumber(
  props: StageHeatProps,
  field: StageField,
  before: Frame | null,
  spoken: readonly string[],
  cell: Cell,
): string {
  const { after, t } = props;
  const word = spoken[cell.query] ?? '';
  const block = Math.floor(cell.key / Math.max(1, field.columns));
  const column = columnText(props, field.blocks > 1 ? block + 1 : null, (cell.key % field.columns) + 1);
  if (!before) {
    return t('changed.stageCell', { word, column, number: powerOfTen(field.at(cell), t.language) });
  }
  const at = (frame: Frame) => powerOfTen(stageField('after', frame, null).at(cell), t.language);
  return t('changed.stageCellMoved', { word, column, before: at(before), after: at(after) });
}

/** The words beside the rows, as many as have room. */
function RowWords({
  layout,
  labels,
}: {
  readonly layout: StageHeatLayout;
  readonly labels: readonly string[];
}) {
  return (
    <div className="sh-rows" aria-hidden="true" style={{ width: layout.leftPx, height: layout.heightPx }}>
      {labels.map((label, row) =>
        row % layout.stride === 0 ? (
          <bdi
            key={`${label} ${row + 1}`}
            style={{ top: row * layout.cellHeightPx, lineHeight: `${layout.cellHeightPx}px` }}
          >
            {label}
          </bdi>
        ) : null,
      )}
    </div>
  );
}

/** Any stage as a small field of numbers: rows are words, columns its dimensions; before, after, or what changed. */
export function StageHeat(props: StageHeatProps) {
  const { after, tokens, t, mostHighPx = MOST_HIGH_PX } = props;
  const [roomRef, measured] = useSize<HTMLDivElement>();
  const size = props.sizePx ?? measured;
  const unit = useUnit();
  const { field, known, shown } = useField(props);
  const labels = useMemo(() => labelsOf(tokens), [tokens]);
  const spoken = useMemo(() => spokenOf(tokens, t), [tokens, t]);
  const layout = useMemo(() => {
    if (!size || size.width === 0) return null;
    const leftPx = Math.round(LEFT_PX * unit);
    return stageHeatLayout(field, { widthPx: size.width, heightPx: mostHighPx, leftPx, unit });
  }, [size, field, mostHighPx, unit]);
  const { cell, focused, handlers } = useStagePointing(layout, field);
  const id = useId();
  const name = t('changed.stageName', { stage: stageTitle(t, after.name) });
  const said = cell && sayNumber(props, field, known && shown === 'difference' ? known : null, spoken, cell);
  return (
    <section className="sh-root" data-view="stage-heat" data-kind={props.kind} aria-label={name}>
      <header className="sh-head">
        <Select
          label={t('changed.stage')}
          showLabel={false}
          value={after.name}
          options={props.stages.map((name) => ({ value: name, label: stageTitle(t, name) }))}
          onChange={props.onStage}
        />
        {props.onClose && (
          <Button
            label={t('changed.stageClose')}
            icon="close"
            iconOnly
            look="quiet"
            keys="Escape"
            onPress={props.onClose}
          />
        )}
      </header>
      {props.parts && (
        <ToggleGroup
          label={t('changed.parts')}
          value={after.name}
          options={props.parts.map(({ name, label }) => ({ value: name, label }))}
          onChange={props.onStage}
        />
      )}
      {props.note && <p className="sh-note">{props.note}</p>}
      <div className="sh-room" ref={roomRef}>
        {layout && (
          <>
            <RowWords layout={layout} labels={labels} />
            <div className="sh-field" aria-hidden="true" style={{ left: layout.leftPx }}>
              <StageCanvas
                field={field}
                layout={layout}
                signed={field.signed || shown === 'difference'}
                kind={props.kind}
                theme={props.theme}
                palette={props.palette}
              />
            </div>
            <table
              role="grid"
              aria-label={name}
              aria-rowcount={field.rows}
              aria-colcount={field.blocks * field.columns}
              aria-activedescendant={id}
              tabIndex={0}
              className="sh-grid"
              style={{ left: layout.leftPx, width: layout.widthPx, height: layout.heightPx }}
              {...handlers}
            >
              <tbody>
                <tr aria-rowindex={(cell?.query ?? 0) + 1}>
                  <td
                    role="gridcell"
                    id={id}
                    tabIndex={-1}
                    className={focused ? 'sh-cell sh-focused' : 'sh-cell'}
                    style={cell ? stageCellRect(layout, field, cell) : undefined}
                    aria-colindex={(cell?.key ?? 0) + 1}
                    aria-label={said ?? t('changed.stageHint')}
                  />
                </tr>
              </tbody>
            </table>
            <div style={{ height: layout.heightPx }} />
          </>
        )}
      </div>
      <p className="sh-said" aria-hidden="true">
        {said ?? columnsText(t, field)}
      </p>
      <StageLegend
        signed={field.signed || shown === 'difference'}
        difference={shown === 'difference'}
        limit={field.limit}
        largest={field.largest}
        kind={props.kind}
        theme={props.theme}
        palette={props.palette}
        t={t}
      />
    </section>
  );
}
