import type { ModelInfo } from '../../contract/index.ts';
import { stageTitle } from '../shared/stageTitle.ts';
import type { FigureStep } from './parts.ts';
import type { ModelFigureProps } from './props.ts';

type Words = ModelFigureProps['t'];

/** What a bar or box does, in a sentence. */
export function stepHelp(t: Words, { what, part }: FigureStep, info: ModelInfo): string {
  if (what === 'feedForward') return t('figure.feedForwardHelp', { width: t.number(info[part].feedForward) });
  if (what === 'embedding') return t('figure.embeddingHelp', { width: t.number(info.width) });
  if (what === 'linear') return t('figure.linearHelp', { count: t.number(info.vocabulary) });
  return t(`figure.${what}Help`);
}

/** Its name for who cannot see where it stands. */
export function stepName(t: Words, { what, stage }: FigureStep): string {
  return what === 'softmax' ? t('figure.softmaxHelp') : stageTitle(t, stage);
}
