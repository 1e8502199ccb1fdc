import { isShownStage, kindAt, parseStageName, type StageName } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';

/** Name of a stage that a person can open: `Encoder, layer 3: Feed Forward`; of others, their address. */
export function stageTitle(t: Translate<'changed'>, name: StageName): string {
  const parsed = parseStageName(name);
  if (!parsed) return name;
  if (parsed.part === null) return parsed.stage === 'logits' ? t('changed.stage.logits') : name;
  const { part, stage } = parsed;
  if (parsed.layer === null) return t(`changed.stage.${part}.${parsed.stage}`);
  const layer = parsed.layer + 1;
  // The lowest layer's input is the sum that the figure shows; any other is the output of the layer beneath.
  if (stage === 'input') return layer === 1 ? t(`changed.stage.${part}.input`) : name;
  const owner = parsed.sub === null ? part : kindAt(part, parsed.sub);
  if (owner === null) return name;
  if (parsed.sub !== null) {
    return isShownStage(parsed.stage) ? t(`changed.stage.${owner}.${parsed.stage}`, { layer }) : name;
  }
  return isShownStage(parsed.stage) ? t(`changed.stage.${part}.${parsed.stage}`, { layer }) : name;
}
