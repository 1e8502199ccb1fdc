import { isShownStage, kindAt, parseStageName, type StageName } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';

/** Name of a stage that a person can open: `Encoder, layer 3: Feed Forward`; of others, their address. */
export function stageTitle(t: Translate<'changed'>, name: StageName): string {
  const parsed = parseStageName(name);
  if (!parsed || parsed.part === null) return name;
  const layer = parsed.layer + 1;
  if (parsed.sub === null) {
    const { part, stage } = parsed;
    return isShownStage(stage) ? t(`changed.stage.${part}.${stage}`, { layer }) : name;
  }
  const kind = kindAt(parsed.part, parsed.sub);
  const { stage } = parsed;
  return kind !== null && isShownStage(stage) ? t(`changed.stage.${kind}.${stage}`, { layer }) : name;
}
