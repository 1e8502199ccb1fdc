import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResolvedLanguage } from '../../contract/index.ts';
import { createTranslator, loadLanguage } from '../../i18n/index.ts';
import { INSPECT_STEPS, type InspectStep } from '../../layout/index.ts';
import { attentionChanges, subLayerSizes } from '../../testing/arbitrary.ts';
import { make, stepOf } from '../../testing/inspected.ts';
import { stepSentence } from './stepSentence.ts';

await loadLanguage('zh-CN');

const at = fc.array(fc.nat({ max: 40 }), { minLength: 3, maxLength: 3 });
const cells = fc.tuple(subLayerSizes, fc.nat(), attentionChanges, at);
const names = { query: 'it', key: 'animal' };

describe.each(['en', 'zh-CN'] as const)(
  'the sentences of the inspector in %s',
  (language: ResolvedLanguage) => {
    const t = createTranslator(language);

    it('have a whole sentence for every step, whatever was changed', () => {
      fc.assert(
        fc.property(cells, fc.constantFrom(...INSPECT_STEPS), (cell, name) => {
          const made = make(...cell);
          const said = stepSentence(t, stepOf(made, name), names, made.place.kind);
          expect(said).not.toMatch(/[{}]|undefined|NaN|inspect\./);
          expect(said.length).toBeGreaterThan(10);
        }),
      );
    });
  },
);

describe('the sentence', () => {
  const t = createTranslator('en');
  const sentence = (step: InspectStep) => stepSentence(t, step, names, 'encoder');
  const sizes = { kind: 'encoder', T: 4, S: 4, H: 1, Dh: 3 } as const;
  const set = { kind: 'encoder', layer: null, heads: null } as const;
  const cell = { query: 1, key: 2 };

  it('says why a cell is shut', () => {
    const forbidden = make(sizes, 1, [{ type: 'forbid', mode: 'before', cells: [cell], ...set }], [0, 1, 2]);
    expect(sentence(stepOf(forbidden, 'mask'))).toContain('You forbade “it” to read “animal”');
    const window = make(sizes, 1, [{ type: 'mask', mask: 'window', size: 0, ...set }], [0, 1, 2]);
    expect(sentence(stepOf(window, 'mask'))).toContain('outside the window');
  });

  it('says what the row adds up to when a weight was set to 0', () => {
    const zeroed = make(sizes, 1, [{ type: 'forbid', mode: 'after', cells: [cell], ...set }], [0, 1, 2]);
    const step = stepOf(zeroed, 'softmax');
    expect(sentence(step)).toContain(step.rowSum.toFixed(3));
  });

  it('gives the paper’s reason for √d, and where it stands', () => {
    const made = make(sizes, 1, [], [0, 1, 2]);
    expect(sentence(stepOf(made, 'scale'))).toContain('mean 0 and variance d');
    expect(t('inspect.scaleSource')).toContain('3.2.1, note 4');
  });
});
