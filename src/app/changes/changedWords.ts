import { parseStageName, type StageName } from '../../contract/index.ts';
import { isMessageKey, type Translator } from '../../i18n/index.ts';
import type {
  ArcsChange,
  FigureBars,
  MatrixChangeWords,
  PaintBarProps,
  ReadingChange,
  StageHeatWords,
} from '../../views/index.ts';

/** What is said of a changed model by the pictures; one object for each view, made once for a translator. */
export interface ChangedWords {
  readonly matrix: MatrixChangeWords;
  readonly arcs: ArcsChange['words'];
  readonly reading: ReadingChange['words'];
  readonly paintBar: PaintBarProps['words'];
  readonly bars: FigureBars['words'];
}

function whyWords({ t }: Translator): MatrixChangeWords['why'] {
  return (why) => {
    if (why === 'before' || why === 'after' || why === 'first') return t(`changed.why.${why}`);
    return t(why === 'own' ? 'heatmap.maskedShort' : 'changed.why.mask');
  };
}

function matrixWords(words: Translator): MatrixChangeWords {
  const { t } = words;
  const why = whyWords(words);
  return {
    why,
    whySpoken: (query, key, reason) => t('changed.whySpoken', { query, key, why: why(reason) }),
    moved: (before, after) => t('changed.moved', { before, after }),
    movedSpoken: (query, key, before, after) => t('changed.movedSpoken', { query, key, before, after }),
    forbiddenNow: t('changed.forbiddenNow'),
    sumSpoken: (sum) => t('changed.sumSpoken', { sum }),
  };
}

function readingWords(words: Translator): ReadingChange['words'] {
  const { t } = words;
  return {
    why: whyWords(words),
    moved: (before, after) => t('changed.moved', { before, after }),
    readsMoved: (word) => t('changed.readsMoved', { word }),
    largest: (query, key, before, after) => t('changed.largest', { query, key, before, after }),
    same: t('changed.same'),
    sameWord: (word) => t('changed.sameWord', { word }),
    readsNothing: (word) => t('changed.readsNothing', { word }),
  };
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
  const { t, language } = words;
  const list = new Intl.ListFormat(language, { type: 'unit' });
  return {
    matrix: matrixWords(words),
    arcs: {
      wordMoved: (word, reads) =>
        t('changed.wordMovedAll', {
          word,
          reads: list.format(reads.map((read) => t('changed.wordMoved', read))),
        }),
    },
    reading: readingWords(words),
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
