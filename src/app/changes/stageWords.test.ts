import { describe, expect, it } from 'vitest';
import { makeFrame } from '../../contract/index.ts';
import { createTranslator } from '../../i18n/index.ts';
import { sampleInfo } from '../../testing/sampleInfo.ts';
import { namedStages, partsOf, stageNote } from './stageWords.ts';

const t = createTranslator('en');
const info = sampleInfo({
  encoder: { layers: 2, heads: 2, feedForward: 8 },
  decoder: { layers: 2, heads: 2, feedForward: 6 },
  width: 4,
});

describe('the stages that can be opened', () => {
  it('go from what a part is entered with to the last line', () => {
    const names = namedStages(info);
    expect(names.slice(0, 4)).toEqual([
      'encoder.embedding',
      'encoder.position',
      'encoder.0.input',
      'encoder.0.self.afterAttention',
    ]);
    expect(names.at(-1)).toBe('logits');
    expect(new Set(names).size).toBe(names.length);
  });

  it('stand beside those they belong to', () => {
    expect(partsOf(t, 'decoder.1.feedForward', info)).toEqual([
      { name: 'decoder.1.inner', label: '6 inside' },
      { name: 'decoder.1.feedForward', label: '4 out' },
    ]);
    const entry = partsOf(t, 'decoder.position', info)?.map(({ name }) => name);
    expect(entry).toEqual(['decoder.embedding', 'decoder.position', 'decoder.0.input']);
    expect(partsOf(t, 'decoder.0.input', info)).toEqual(partsOf(t, 'decoder.position', info));
    expect(partsOf(t, 'encoder.1.output', info)).toBeNull();
    expect(partsOf(t, 'logits', info)).toBeNull();
  });

  it('say what share of the inner numbers is 0, and why only where a ReLU makes them so', () => {
    const inner = makeFrame('encoder.0.inner', [2, 4], Float32Array.from([0, 0, 0, 1, 0, 2, 0, 0]));
    expect(stageNote(t, inner, info)).toMatch(/^75\s%.*ReLU/u);
    const smooth = stageNote(t, inner, { ...info, activation: 'swish' });
    expect(smooth).toContain('swish');
    expect(smooth).not.toContain('ReLU');
  });

  it('say √D only where the model scales', () => {
    const embedding = makeFrame('encoder.embedding', [1, 2], new Float32Array(2));
    expect(stageNote(t, embedding, info)).toContain('√4');
    expect(stageNote(t, embedding, { ...info, scaleEmbedding: false })).not.toContain('√');
  });
});
