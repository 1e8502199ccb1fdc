import { parseStageName, type StageName } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';

/** Stages that have a name on screen, without their layer. */
const TITLED = [
  'encoder.self.afterAttention',
  'decoder.self.afterAttention',
  'decoder.cross.afterAttention',
  'encoder.feedForward',
  'decoder.feedForward',
  'encoder.output',
  'decoder.output',
] as const;

/** Name of a stage that a bar of the figure stands for: `Encoder, layer 3: Feed Forward`; of others, their address. */
export function stageTitle(t: Translate<'changed'>, name: StageName): string {
  const parsed = parseStageName(name);
  if (!parsed || parsed.part === null) return name;
  const { part, layer, sub, stage } = parsed;
  const place = [part, ...(sub === null ? [] : [sub]), stage].join('.');
  const titled = TITLED.find((one) => one === place);
  return titled ? t(`changed.stage.${titled}`, { layer: layer + 1 }) : name;
}
