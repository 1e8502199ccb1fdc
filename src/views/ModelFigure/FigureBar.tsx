import type { ModelInfo } from '../../contract/index.ts';
import { stageTitle } from '../shared/stageTitle.ts';
import { feedForwardHelp } from './FigureHeading.tsx';
import type { LayerBar } from './parts.ts';
import type { ModelFigureProps } from './props.ts';
import type { Roving } from './useRoving.ts';

interface BarProps {
  readonly bar: LayerBar;
  readonly info: ModelInfo;
  readonly figure: ModelFigureProps;
  /** Its number among the bars, and what moves the focus between them. */
  readonly index: number;
  readonly roving: Roving;
}

/**
 * Thin as a line: a wider place around it takes the pointer, and its explanation stands beneath it, or above where
 * the figure ends.
 */
export function FigureBar({ bar, info, figure, index, roving }: BarProps) {
  const { t, bars } = figure;
  const { x, y, width, height } = bar.box;
  const style = { left: x, top: y, width, height };
  const tip = (
    <span className="figure-tip" data-above={bar.layer === 0 || undefined} aria-hidden="true">
      {bar.what === 'addNorm' ? t('figure.addNormHelp') : feedForwardHelp(t, info[bar.part])}
      {bars ? <b className="figure-tip-act">{t('changed.barsOpen')}</b> : null}
    </span>
  );
  if (!bars) {
    return (
      <div className="figure-bar" data-what={bar.what} style={style}>
        {tip}
      </div>
    );
  }
  return (
    <button
      type="button"
      className="figure-bar"
      data-what={bar.what}
      style={style}
      aria-label={stageTitle(t, bar.stage)}
      aria-pressed={bars.open === bar.stage}
      tabIndex={roving.stop.row === index ? 0 : -1}
      ref={(button) => roving.register({ row: index, head: 0 }, button)}
      onKeyDown={roving.onKeyDown}
      onFocus={() => roving.onFocusAt({ row: index, head: 0 })}
      onBlur={roving.onBlur}
      onClick={() => bars.onOpen(bar.stage)}
    >
      {tip}
    </button>
  );
}

/** All bars, one tab stop for them together. */
export function LayerBars(props: {
  readonly bars: readonly LayerBar[];
  readonly info: ModelInfo;
  readonly figure: ModelFigureProps;
  readonly roving: Roving;
}) {
  const { bars, info, figure, roving } = props;
  const all = bars.map((bar, index) => (
    <FigureBar key={bar.stage} bar={bar} info={info} figure={figure} index={index} roving={roving} />
  ));
  if (!figure.bars) return <>{all}</>;
  return (
    <div role="toolbar" aria-label={figure.t('changed.bars')} aria-orientation="vertical">
      {all}
    </div>
  );
}
