import type { AttentionKind, Decoding, Mask } from '../contract/index.ts';
import type { Translator } from '../i18n/index.ts';
import type { ChangePanelWords } from '../views/index.ts';
import { headStateWords } from './changeWords.ts';

/** The kind's own mask by name: the decoder's is causal, the others have none. */
const ownOf = (mask: Mask | 'own', kind: AttentionKind) =>
  mask === 'own' && kind === 'decoder' ? ('ownCausal' as const) : mask;

function headsWords(words: Translator): ChangePanelWords['heads'] {
  const { t } = words;
  return {
    ...headStateWords(words),
    off: (way) => t(`change.heads.gives.${way}`),
    about: t('change.heads.about'),
    inModel: t('change.heads.inModel'),
    on: t('change.heads.on'),
    offShort: t('change.heads.off'),
    some: t('change.heads.some'),
    gives: t('change.heads.gives'),
    inView: t('change.heads.inView'),
    note: (off, hidden) => {
      if (hidden === 0) return t('change.heads.noteOff', { off });
      return off === 0
        ? t('change.heads.noteHidden', { hidden })
        : t('change.heads.noteBoth', { off, hidden });
    },
  };
}

function maskWords({ t }: Translator): ChangePanelWords['mask'] {
  const mask = (which: Mask | 'own', kind: AttentionKind) => t(`change.mask.${ownOf(which, kind)}`);
  return {
    about: t('change.mask.about'),
    which: t('change.mask.which'),
    mask,
    help: (which, kind, size) => t(`change.mask.help.${ownOf(which, kind)}`, { count: size }),
    size: (which) => {
      if (which === 'padding') return t('change.mask.size.padding');
      return t(which === 'block' ? 'change.mask.size.block' : 'change.mask.size.window');
    },
    painted: t('change.mask.painted'),
    paint: t('change.mask.paint'),
    paintHelp: t('change.mask.paintHelp'),
    clear: t('change.mask.clear'),
    mode: t('change.mask.mode'),
    modeName: (mode) => t(`change.mask.mode.${mode}`),
    modeHelp: (mode) => t(`change.mask.modeHelp.${mode}`),
    note: (which, size, cells) => {
      if (which === null) return t('change.mask.noteCells', { cells });
      const sized = which === 'none' || which === 'causal' ? '' : ` ${size}`;
      const name = `${t(`change.mask.${which}`)}${sized}`;
      return cells === 0 ? name : t('change.mask.noteBoth', { mask: name, cells });
    },
  };
}

function scaleWords({ t }: Translator): ChangePanelWords['scale'] {
  return {
    startMark: t('mark.start'),
    endMark: t('mark.end'),
    about: t('change.scale.about'),
    scale: t('change.scale.scale'),
    own: t('change.scale.own'),
    none: t('change.scale.none'),
    factor: t('change.scale.factor'),
    factorValue: (factor) => t('change.scale.factorValue', { factor }),
    note: (factor) =>
      factor === null ? t('change.scale.noteNone') : t('change.scale.factorValue', { factor }),
    entropy: t('change.scale.entropy'),
    entropyAxis: t('change.scale.entropyAxis'),
    before: t('change.scale.before'),
    after: t('change.scale.after'),
    entropySpoken: (word, before, after) =>
      before === null
        ? t('change.scale.entropySpoken', { word, after })
        : t('change.scale.entropySpokenMoved', { word, before, after }),
    entropyMean: (bits, largest) => t('change.scale.entropyMean', { bits, largest }),
    entropyMoved: (before, after, largestBefore, largestAfter) =>
      t('change.scale.entropyMoved', { before, after, largestBefore, largestAfter }),
    variance: t('change.scale.variance'),
    varianceAbout: t('change.scale.varianceAbout'),
    varianceAxisX: t('change.scale.varianceAxisX'),
    varianceAxisY: t('change.scale.varianceAxisY'),
    varianceReal: (variance) => t('change.scale.varianceReal', { variance }),
    variancePaper: (d) => t('change.scale.variancePaper', { d }),
    varianceSpoken: (d, variance) => t('change.scale.varianceSpoken', { d, variance }),
    waiting: t('change.scale.waiting'),
  };
}

function positionsWords({ t }: Translator): ChangePanelWords['positions'] {
  const partName: ChangePanelWords['positions']['partName'] = (part) => t(`change.positions.${part}`);
  const way: ChangePanelWords['positions']['way'] = (which) => t(`change.positions.${which}`);
  return {
    about: t('change.positions.about'),
    part: t('change.positions.part'),
    partName,
    positions: t('change.positions.positions'),
    way,
    wayHelp: (which) => t(`change.positions.help.${which}`),
    by: t('change.positions.by'),
    draw: t('change.positions.draw'),
    seed: (seed) => t('change.positions.seed', { seed: String(seed) }),
    order: t('change.positions.order'),
    orderHelp: t('change.positions.orderHelp'),
    word: (word, place, count) => t('change.positions.word', { word, place, count }),
    moved: (word, place) => t('change.positions.moved', { word, place }),
    left: t('change.positions.left'),
    right: t('change.positions.right'),
    permuted: (off, difference) =>
      t(off ? 'change.positions.permutedOff' : 'change.positions.permutedOn', { difference }),
    note: (part, which) => t('change.positions.note', { part: partName(part), way: way(which) }),
  };
}

function outputWords({ t, formatNumber }: Translator): ChangePanelWords['output'] {
  const note = ({ way, width, temperature }: Decoding): string => {
    if (way === 'beam') return t('change.output.noteBeam', { width });
    if (way === 'sample') return t('change.output.sample');
    return t('change.output.noteTemperature', { temperature: formatNumber(temperature) });
  };
  return {
    about: t('change.output.about'),
    way: t('change.output.way'),
    wayName: (way) => t(`change.output.${way}`),
    wayHelp: (way) => t(`change.output.help.${way}`),
    temperature: t('change.output.temperature'),
    temperatureHelp: t('change.output.temperatureHelp'),
    topK: t('change.output.topK'),
    topKAll: t('change.output.topKAll'),
    topP: t('change.output.topP'),
    topPAll: t('change.output.topPAll'),
    seed: t('change.output.seed'),
    draw: t('change.output.draw'),
    width: t('change.output.width'),
    note,
  };
}

/** Every word of the panel that changes the model; made once for a translator. */
export function changePanelWords(words: Translator): ChangePanelWords {
  const { t } = words;
  return {
    title: t('change.title'),
    close: t('change.close'),
    section: (section) => t(`change.section.${section}`),
    scope: t('change.scope'),
    scopeName: (scope, heads) =>
      scope === 'head' ? t('change.scope.head', { count: heads }) : t(`change.scope.${scope}`),
    step: { less: t('change.less'), more: t('change.more') },
    heads: headsWords(words),
    mask: maskWords(words),
    scale: scaleWords(words),
    positions: positionsWords(words),
    output: outputWords(words),
  };
}
