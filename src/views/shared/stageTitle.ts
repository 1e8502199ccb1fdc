import { parseStageName, type StageName } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';

/** The stages that have a name on screen. */
const TITLES = [
  'changed.stage.encoder.self.afterAttention',
  'changed.stage.decoder.self.afterAttention',
  'changed.stage.decoder.cross.afterAttention',
  'changed.stage.encoder.feedForward',
  'changed.stage.decoder.feedForward',
  'changed.stage.encoder.output',
  'changed.stage.decoder.output',
] as const;

/** Name of a stage that a bar of the figure stands for: `Encoder, layer 3: Feed Forward`; of others, their address. */
export function stageTitle(t: Translate<'changed'>, name: StageName): string {
  const parsed = parseStageName(name);
  if (!parsed || parsed.part === null) return name;
  const { part, layer, sub, stage } = parsed;
  const place = [part, ...(sub === null ? [] : [sub]), stage].join('.');
  const title = TITLES.find((key) => key === `changed.stage.${place}`);
  return title ? t(title, { layer: layer + 1 }) : name;
}
