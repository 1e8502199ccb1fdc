import { parseStageName, type StageName } from '../../contract/index.ts';
import { isMessageKey, type Translator } from '../../i18n/index.ts';
import type { FigureBars, PaintBarProps, StageHeatWords } from '../../views/index.ts';

/** What is said of a changed model by the pictures; one object for each view, made once for a translator. */
export interface ChangedWords {
  readonly paintBar: PaintBarProps['words'];
  readonly bars: FigureBars['words'];
}

/** Name of a stage that a bar of the figure stands for: `Encoder, layer 3: Feed Forward`. */
export function stageTitle({ t }: Translator, name: StageName): string {
  const parsed = parseStageName(name);
  if (!parsed || parsed.part === null) return name;
  const { part, layer, sub, stage } = parsed;
  const key = `changed.stage.${[part, ...(sub === null ? [] : [sub]), stage].join('.')}`;
  return isMessageKey(key) ? t(key, { layer: layer + 1 }) : name;
}

/** Of one stage drawn as a field of numbers. */
export function stageWords(words: Translator, name: StageName): StageHeatWords {
  const { t } = words;
  return {
    startMark: t('mark.start'),
    endMark: t('mark.end'),
    name: t('changed.stageName', { stage: stageTitle(words, name) }),
    stage: t('changed.stage'),
    columns: (blocks, columns) =>
      blocks > 1 ? t('changed.stageBlocks', { blocks, columns }) : t('changed.stageColumns', { columns }),
    column: (block, column) =>
      block === null
        ? t('changed.stageColumn', { column })
        : t('changed.stageBlockColumn', { block, column }),
    cell: (word, column, number) => t('changed.stageCell', { word, column, number }),
    cellMoved: (word, column, before, after) => t('changed.stageCellMoved', { word, column, before, after }),
    hint: t('changed.stageHint'),
    value: t('changed.stageValue'),
    change: t('changed.stageChange'),
    close: t('changed.stageClose'),
  };
}

export function changedWords(words: Translator): ChangedWords {
  const { t } = words;
  return {
    paintBar: {
      label: t('panel.mask.paint'),
      done: t('panel.mask.done'),
      mode: t('panel.mask.mode'),
      modeName: (mode) => t(`panel.mask.mode.${mode}`),
      modeHelp: (mode) => t(`panel.mask.modeHelp.${mode}`),
    },
    bars: {
      name: (stage) => stageTitle(words, stage),
      label: t('changed.bars'),
      open: t('changed.barsOpen'),
      list: t('changed.barsList'),
    },
  };
}
