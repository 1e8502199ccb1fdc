import { ATTENTION, type AttentionKind, type Decoding, type Mask } from '../../contract/index.ts';
import type { Translator } from '../../i18n/index.ts';
import type { ChangePanelWords } from '../../views/index.ts';

/** The kind's own mask by name. */
const ownOf = (mask: Mask | 'own', kind: AttentionKind) =>
  mask === 'own' && ATTENTION[kind].causal ? ('ownCausal' as const) : mask;

function headsWords({ t }: Translator): ChangePanelWords['heads'] {
  return {
    onlyThis: t('changed.onlyThis'),
    kindOn: t('changed.kindOn'),
    off: (way) => t(`panel.heads.gives.${way}`),
    about: t('panel.heads.about'),
    inModel: t('panel.heads.inModel'),
    on: t('panel.heads.on'),
    offShort: t('panel.heads.off'),
    some: t('panel.heads.some'),
    gives: t('panel.heads.gives'),
    inView: t('panel.heads.inView'),
    note: (off, hidden) => {
      if (hidden === 0) return t('panel.heads.noteOff', { off });
      return off === 0 ? t('panel.heads.noteHidden', { hidden }) : t('panel.heads.noteBoth', { off, hidden });
    },
  };
}

function maskWords({ t }: Translator): ChangePanelWords['mask'] {
  const mask = (which: Mask | 'own', kind: AttentionKind) => t(`panel.mask.${ownOf(which, kind)}`);
  return {
    about: t('panel.mask.about'),
    which: t('panel.mask.which'),
    mask,
    help: (which, kind, size) => t(`panel.mask.help.${ownOf(which, kind)}`, { count: size }),
    size: (which) => {
      if (which === 'padding') return t('panel.mask.size.padding');
      return t(which === 'block' ? 'panel.mask.size.block' : 'panel.mask.size.window');
    },
    painted: t('panel.mask.painted'),
    paint: t('panel.mask.paint'),
    paintHelp: t('panel.mask.paintHelp'),
    clear: t('panel.mask.clear'),
    mode: t('panel.mask.mode'),
    modeName: (mode) => t(`panel.mask.mode.${mode}`),
    modeHelp: (mode) => t(`panel.mask.modeHelp.${mode}`),
    note: (which, size, cells) => {
      if (which === null) return t('panel.mask.noteCells', { cells });
      const sized = which === 'none' || which === 'causal' ? '' : ` ${size}`;
      const name = `${t(`panel.mask.${which}`)}${sized}`;
      return cells === 0 ? name : t('panel.mask.noteBoth', { mask: name, cells });
    },
  };
}

function scaleWords({ t }: Translator): ChangePanelWords['scale'] {
  return {
    startMark: t('mark.start'),
    endMark: t('mark.end'),
    about: t('panel.scale.about'),
    scale: t('panel.scale.scale'),
    own: t('panel.scale.own'),
    none: t('panel.scale.none'),
    factor: t('panel.scale.factor'),
    factorValue: (factor) => t('panel.scale.factorValue', { factor }),
    note: (factor) =>
      factor === null ? t('panel.scale.noteNone') : t('panel.scale.factorValue', { factor }),
    entropy: t('panel.scale.entropy'),
    entropyAxis: t('panel.scale.entropyAxis'),
    before: t('panel.scale.before'),
    after: t('panel.scale.after'),
    entropySpoken: (word, before, after) =>
      before === null
        ? t('panel.scale.entropySpoken', { word, after })
        : t('panel.scale.entropySpokenMoved', { word, before, after }),
    entropyMean: (bits, largest) => t('panel.scale.entropyMean', { bits, largest }),
    entropyMoved: (before, after, largestBefore, largestAfter) =>
      t('panel.scale.entropyMoved', { before, after, largestBefore, largestAfter }),
    variance: t('panel.scale.variance'),
    varianceAbout: t('panel.scale.varianceAbout'),
    varianceAxisX: t('panel.scale.varianceAxisX'),
    varianceAxisY: t('panel.scale.varianceAxisY'),
    varianceReal: (variance) => t('panel.scale.varianceReal', { variance }),
    variancePaper: (d) => t('panel.scale.variancePaper', { d }),
    varianceSpoken: (d, variance) => t('panel.scale.varianceSpoken', { d, variance }),
    waiting: t('panel.scale.waiting'),
  };
}

function positionsWords({ t }: Translator): ChangePanelWords['positions'] {
  const partName: ChangePanelWords['positions']['partName'] = (part) => t(`panel.positions.${part}`);
  const way: ChangePanelWords['positions']['way'] = (which) => t(`panel.positions.${which}`);
  return {
    about: t('panel.positions.about'),
    part: t('panel.positions.part'),
    partName,
    positions: t('panel.positions.positions'),
    way,
    wayHelp: (which) => t(`panel.positions.help.${which}`),
    by: t('panel.positions.by'),
    draw: t('panel.positions.draw'),
    seed: (seed) => t('panel.positions.seed', { seed: String(seed) }),
    order: t('panel.positions.order'),
    orderHelp: t('panel.positions.orderHelp'),
    word: (word, place, count) => t('panel.positions.word', { word, place, count }),
    moved: (word, place) => t('panel.positions.moved', { word, place }),
    left: t('panel.positions.left'),
    right: t('panel.positions.right'),
    permuted: (off, alike, difference) => {
      const still = alike ? 'panel.positions.permutedOff' : 'panel.positions.permutedStill';
      return t(off ? still : 'panel.positions.permutedOn', { difference });
    },
    compared: (order) => t('panel.positions.compared', { order }),
    note: (part, which) => t('panel.positions.note', { part: partName(part), way: way(which) }),
  };
}

function outputWords({ t, formatNumber }: Translator): ChangePanelWords['output'] {
  const note = ({ way, width, temperature }: Decoding): string => {
    if (way === 'beam') return t('panel.output.noteBeam', { width });
    if (way === 'sample') return t('panel.output.sample');
    return t('panel.output.noteTemperature', { temperature: formatNumber(temperature) });
  };
  return {
    about: t('panel.output.about'),
    way: t('panel.output.way'),
    wayName: (way) => t(`panel.output.${way}`),
    wayHelp: (way) => t(`panel.output.help.${way}`),
    temperature: t('panel.output.temperature'),
    temperatureHelp: t('panel.output.temperatureHelp'),
    topK: t('panel.output.topK'),
    topKAll: t('panel.output.topKAll'),
    topP: t('panel.output.topP'),
    topPAll: t('panel.output.topPAll'),
    seed: t('panel.output.seed'),
    draw: t('panel.output.draw'),
    width: t('panel.output.width'),
    note,
  };
}

/** Every word of the panel that changes the model; made once for a translator. */
export function changePanelWords(words: Translator): ChangePanelWords {
  const { t } = words;
  return {
    title: t('panel.title'),
    close: t('panel.close'),
    section: (section) => t(`panel.section.${section}`),
    scope: t('panel.scope'),
    scopeName: (scope, heads) =>
      scope === 'head' ? t('panel.scope.head', { count: heads }) : t(`panel.scope.${scope}`),
    step: { less: t('panel.less'), more: t('panel.more') },
    heads: headsWords(words),
    mask: maskWords(words),
    scale: scaleWords(words),
    positions: positionsWords(words),
    output: outputWords(words),
  };
}
