import type { Translator } from '../../i18n/index.ts';
import { short } from '../../layout/index.ts';
import type { BeamWords, DecoderTimeWords } from '../../views/index.ts';

function beamWords({ t, language }: Translator): BeamWords {
  return {
    label: t('beam.label'),
    help: t('beam.help'),
    dropped: t('beam.dropped'),
    node: (text, score, fate) => t('beam.node', { text, score, fate }),
    fates: {
      kept: t('beam.kept'),
      ended: t('beam.ended'),
      dropped: t('beam.isDropped'),
      chosen: t('beam.chosen'),
    },
    start: t('beam.start'),
    hint: t('beam.hint'),
    score: (nats) => t('beam.score', { number: short(nats, language) }),
    sentences: t('beam.sentences'),
  };
}

/** The strings of the decoder through time. */
export function timeWords(translator: Translator): DecoderTimeWords {
  const { t, formatShare } = translator;
  return {
    label: t('time.label'),
    play: t('time.play'),
    pause: t('time.pause'),
    back: t('time.back'),
    on: t('time.on'),
    step: t('time.step'),
    stepOf: (step, count) => t('time.stepOf', { step, count }),
    english: t('time.english'),
    fed: t('time.fed'),
    crossHead: t('time.crossHead'),
    selfHead: t('time.selfHead'),
    headOf: (layer, head) => t('time.head', { layer, head }),
    bar: (word, percent) => t('time.bar', { word, percent }),
    rows: t('time.rows'),
    newRow: (word, row) => t('time.newRow', { word, row }),
    masked: t('heatmap.maskedShort'),
    candidates: t('time.candidates'),
    taken: t('time.taken'),
    rest: (percent) => t('time.rest', { percent }),
    fedBack: (word) => t('time.fedBack', { word }),
    done: t('time.done'),
    cut: t('time.cut'),
    empty: t('time.empty'),
    percent: formatShare,
    show: t('time.show'),
    showSteps: t('time.showSteps'),
    showBeam: t('time.showBeam'),
    beam: beamWords(translator),
    startMark: t('mark.start'),
    endMark: t('mark.end'),
  };
}
