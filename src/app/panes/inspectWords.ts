import type { Translator } from '../../i18n/index.ts';
import type { InspectStep } from '../../layout/index.ts';
import { signed } from '../../layout/index.ts';
import type { CellInspectorWords, CellNames, MatrixViewWords } from '../../views/index.ts';

type Of<Name extends InspectStep['name']> = Extract<InspectStep, { name: Name }>;

function scaleSentence({ t, formatNumber }: Translator, { factor }: Of<'scale'>): string {
  if (factor === null) return t('inspect.scaleNone');
  return factor === 1 ? t('inspect.scale') : t('inspect.scaleBy', { factor: formatNumber(factor) });
}

function maskSentence({ t }: Translator, { fate }: Of<'mask'>, names: CellNames, causal: boolean): string {
  if (fate.fate === 'zeroed') return t('inspect.maskZeroed');
  if (fate.reason !== null) return t(`inspect.mask.${fate.reason}`, { ...names });
  return t(causal ? 'inspect.maskOpenDecoder' : 'inspect.maskOpen', { ...names });
}

function softmaxSentence({ t, language }: Translator, step: Of<'softmax'>, names: CellNames): string {
  const { own, off, sum, largest, alphaDecimals, rowSum } = step;
  if (off === 'first') return t('inspect.softmaxFirst');
  if (sum.total === 0) return t('inspect.softmaxNothing');
  if (own.fate.fate === 'forbidden') return t('inspect.softmaxForbidden', { ...names });
  if (own.fate.fate === 'zeroed') return t('inspect.softmaxZeroed', { sum: signed(rowSum, 3, language) });
  return t('inspect.softmax', { largest: signed(largest, alphaDecimals, language) });
}

const VALUES_OFF = {
  zero: 'inspect.valuesZero',
  mean: 'inspect.valuesMean',
  first: 'inspect.valuesFirst',
} as const;

function sentence(words: Translator, step: InspectStep, names: CellNames, kind: Kind): string {
  const { t } = words;
  if (step.name === 'project') return t(kind === 'cross' ? 'inspect.projectCross' : 'inspect.project');
  if (step.name === 'products') return t('inspect.products', { ...names });
  if (step.name === 'dot') return t('inspect.dot', { ...names, count: step.products.values.length });
  if (step.name === 'scale') return scaleSentence(words, step);
  if (step.name === 'mask') return maskSentence(words, step, names, kind === 'decoder');
  if (step.name === 'softmax') return softmaxSentence(words, step, names);
  if (step.name === 'values')
    return t(step.off === null ? 'inspect.values' : VALUES_OFF[step.off], { ...names });
  return step.name === 'output' ? t('inspect.output', { count: step.heads.length }) : t('inspect.norm');
}

type Kind = 'encoder' | 'decoder' | 'cross';

/** The words of the cell inspector. */
export function inspectWords(words: Translator, kind: Kind): CellInspectorWords {
  const { t } = words;
  return {
    label: t('inspect.label'),
    heading: (names) => t('inspect.heading', { ...names }),
    steps: t('inspect.steps'),
    step: (name) => ({ short: t(`inspect.step.${name}`), title: t(`inspect.title.${name}`) }),
    sentence: (step, names) => sentence(words, step, names, kind),
    source: (name) => (name === 'scale' ? t('inspect.scaleSource') : null),
    waiting: t('inspect.waiting'),
    previous: t('inspect.previous'),
    next: t('inspect.next'),
    again: t('inspect.again'),
    matrices: t('inspect.matrices'),
    close: t('inspect.close'),
    position: (n, of) => t('inspect.position', { n, of }),
    strip: (name, word) => t(`inspect.strip.${name}`, { word }),
    count: (n) => t('inspect.count', { n }),
    nth: (n) => t('inspect.nth', { n }),
    largest: (value, nth) => t('inspect.largest', { value, nth }),
    largestPlus: (nth) => t('inspect.largestPlus', { nth }),
    largestMinus: (nth) => t('inspect.largestMinus', { nth }),
    quoted: (word) => t('inspect.quoted', { word }),
    said: (what, value) => t('inspect.said', { what, value }),
    smaller: (count) => t('inspect.smaller', { count }),
    others: (count) => t('inspect.others', { count }),
    head: (n) => t('inspect.head', { n }),
    column: (name) => t(`inspect.column.${name}`),
    word: t('inspect.word'),
    share: t('inspect.share'),
    total: t('inspect.total'),
    afterMask: t('inspect.afterMask'),
    zeroed: t('inspect.zeroed'),
    formulaWord: (word) => t(`inspect.${word}`),
    agrees: (difference) => t('inspect.agrees', { difference }),
    differs: (stage, difference) => t('inspect.differs', { stage, difference }),
    startMark: t('mark.start'),
    endMark: t('mark.end'),
  };
}

/** The words of the matrix view. */
export function matricesWords({ t }: Translator, kind: Kind): MatrixViewWords {
  return {
    label: t('matrices.label'),
    sentence: t(kind === 'cross' ? 'matrices.sentenceCross' : 'matrices.sentence'),
    lecture: t('matrices.lecture'),
    waiting: t('matrices.waiting'),
    light: t('matrices.light'),
    one: t('matrices.one'),
    all: t('matrices.all'),
    close: t('matrices.close'),
    matrix: (name, rows, columns) => t('matrices.size', { name: t(`matrices.name.${name}`), rows, columns }),
    nth: (n) => t('matrices.nth', { n }),
    number: ({ name, row, column, value, shut }) => {
      const said = { name: t(`matrices.name.${name}`), row, column, value };
      if (shut) return t('matrices.shut', said);
      if (name === 'A') return t('matrices.ofScore', said);
      if (name === 'Ahat') return t('matrices.ofWords', said);
      return t(name.startsWith('W') ? 'matrices.ofMap' : 'matrices.ofWord', said);
    },
    hint: t('matrices.hint'),
    formulaWord: (word) => t(`inspect.${word}`),
    startMark: t('mark.start'),
    endMark: t('mark.end'),
  };
}
