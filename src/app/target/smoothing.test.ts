import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../i18n/index.ts';
import { smoothingText } from './smoothing.ts';

describe('smoothingText', () => {
  const t = createTranslator('en');

  it('says what the training aimed at', () => {
    const text = smoothingText(t, { labelSmoothing: 0.1, vocabulary: 6000 });
    expect(text).toBe(
      'Trained with label smoothing 0.1: it aims at about 90\u00a0%; all 6,000 word pieces share the rest.',
    );
    expect(smoothingText(t, { labelSmoothing: 0.1, vocabulary: 6000 }, true)).toBe(
      'label smoothing 0.1: it aims at about 90\u00a0%',
    );
    // The right word has its own share of the rest: ε over two pieces leaves 1 − ε/2.
    expect(smoothingText(t, { labelSmoothing: 0.4, vocabulary: 2 })).toContain('about 80');
  });

  it('says nothing of a model that does not say how it was trained', () => {
    expect(smoothingText(t, { vocabulary: 6000 })).toBeNull();
    expect(smoothingText(t, null)).toBeNull();
  });
});
