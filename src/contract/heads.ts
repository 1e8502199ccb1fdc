import { EngineError } from './errors.ts';
import type { ModelInfo } from './model.ts';
import { type AttentionKind, siteOf } from './sites.ts';

/** @throws EngineError `bad-request`, in the name of `where`, for a head the model does not have */
export function checkHead(
  where: string,
  info: ModelInfo,
  kind: AttentionKind,
  layer: number,
  head: number,
): void {
  const { layers, heads } = siteOf(info, kind);
  const check = (argument: string, value: number, count: number): void => {
    if (Number.isInteger(value) && value >= 0 && value < count) return;
    const expected = `a whole number from 0 to ${count - 1}`;
    throw new EngineError('bad-request', where, argument, expected, `${value}`);
  };
  check('layer', layer, layers);
  check('head', head, heads);
}
