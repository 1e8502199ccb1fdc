import { describe, expect, test } from 'vitest';
import { GREEDY, type Intervention } from '../../contract/index.ts';
import { createTranslator, loadLanguage } from '../../i18n/index.ts';
import { createHeadlightStore, FIELDS } from '../../state/index.ts';
import { sampleCard, samplePicture } from '../../testing/picture.ts';
import { changeText, decodingText } from '../../views/index.ts';
import { changeLinesOf } from './changeLines.ts';

await loadLanguage('zh-CN');

const en = createTranslator('en');
const zh = createTranslator('zh-CN');

/** Every line, in both languages. */
function said(...changes: object[]): readonly (readonly [string, string])[] {
  const sound: readonly Intervention[] = FIELDS.changes.check(changes) ?? [];
  const { store } = createHeadlightStore({
    link: { text: 'it saw the street', changes: sound },
    remembered: {},
    nowMs: () => 0,
  });
  store.setState({ card: sampleCard, picture: samplePicture('it saw the street', 'IL VOIT') });
  store.setState({ work: { ...store.getState().work, anchors: {} } });
  return changeLinesOf(store.getState()).map(({ meaning }) => [
    changeText(en, meaning),
    changeText(zh, meaning),
  ]);
}
const one = (change: object) => said(change)[0];

describe('a change reads like a sentence', () => {
  test.each([
    [
      { type: 'off', kind: 'encoder', layer: 1, heads: [3] },
      'encoder layer 2 head 4 off (output zero)',
      '编码器第 2 层，第 4 头：已关闭（输出置零）',
    ],
    [
      { type: 'off', kind: 'cross', layer: 0, heads: [0], way: 'mean' },
      'Cross-Attention layer 1 head 1 off (output averaged over the sentence)',
      '交叉注意力第 1 层，第 1 头：已关闭（输出取整句的平均）',
    ],
    [
      { type: 'off', kind: 'decoder', way: 'first' },
      'decoder Self-Attention, all heads off (reads only the first token)',
      '解码器自注意力，所有的头：已关闭（只关注第一个词元）',
    ],
    [
      { type: 'forbid', kind: 'encoder', layer: 1, cells: [{ query: 0, key: 3 }] },
      '“it” may not read “street” in encoder layer 2, all heads (before softmax)',
      '“it”不能关注“street”（编码器第 2 层，所有的头，softmax 之前）',
    ],
    [
      {
        type: 'forbid',
        kind: 'cross',
        layer: 2,
        heads: [0, 1],
        mode: 'after',
        cells: [
          { query: 1, key: 3 },
          { query: 1, key: 4 },
        ],
      },
      'after “IL”, “street”, end mark may not be read in Cross-Attention layer 3, all heads (after softmax)',
      '在“IL”之后不能关注“street”、结束符（交叉注意力第 3 层，所有的头，softmax 之后）',
    ],
    [
      { type: 'forbid', kind: 'encoder', layer: 0, heads: [0], cells: [{ query: null, key: 9 }] },
      'no word may read position 10 in encoder layer 1 head 1 (before softmax)',
      '任何词都不能关注位置 10（编码器第 1 层，第 1 头，softmax 之前）',
    ],
    [
      { type: 'forbid', kind: 'encoder', heads: [0], cells: [{ query: 2, key: null }] },
      '“the” may read nothing in encoder head 1 in every layer (before softmax)',
      '“the”什么都不能关注（编码器每一层，第 1 头，softmax 之前）',
    ],
    [
      {
        type: 'forbid',
        kind: 'encoder',
        layer: 0,
        heads: [0],
        cells: [0, 1, 2, 3].map((n) => ({ query: n, key: n })),
      },
      '4 cells may not be read in encoder layer 1 head 1 (before softmax)',
      '4 个单元格被禁止（编码器第 1 层，第 1 头，softmax 之前）',
    ],
    [
      { type: 'mask', kind: 'decoder', mask: 'none' },
      'decoder Self-Attention, all heads: no mask, it may look ahead',
      '解码器自注意力，所有的头：无掩码，可以看后文',
    ],
    [
      { type: 'mask', kind: 'encoder', layer: 0, mask: 'window', size: 1 },
      'encoder layer 1, all heads: window of 1 word to each side',
      '编码器第 1 层，所有的头：窗口掩码，左右各 1 个词',
    ],
    [
      { type: 'scale', kind: 'encoder', factor: null },
      'scale ÷√d off in encoder, all heads',
      '不除以 √d（编码器，所有的头）',
    ],
    [
      { type: 'scale', kind: 'decoder', layer: 0, factor: 2.5 },
      'scale ×2.5 ÷√d in decoder Self-Attention layer 1, all heads',
      '缩放 ×2.5 ÷√d（解码器自注意力第 1 层，所有的头）',
    ],
    [
      { type: 'positions', part: 'encoder', way: 'shuffled', seed: 7 },
      'encoder: positions shuffled (seed 7)',
      '编码器：位置编码打乱（种子 7）',
    ],
    [
      { type: 'positions', part: 'decoder', way: 'shifted', by: -2 },
      'decoder: positions shifted by -2',
      '解码器：位置编码平移 -2',
    ],
  ])('%o', (change, english, chinese) => {
    expect(one(change)).toEqual([english, chinese]);
  });
});

test('many heads off in several layers are one line', () => {
  expect(
    said(
      { type: 'off', kind: 'encoder', layer: 0, heads: [0, 1, 2] },
      { type: 'off', kind: 'encoder', layer: 1, heads: [2, 0] },
      { type: 'off', kind: 'encoder', layer: 1, heads: [1] },
    ),
  ).toEqual(
    [
      ['encoder head 1–3 in every layer off (output zero)', '编码器每一层，第 1–3 头：已关闭（输出置零）'],
    ].map(([e, z]) => [e?.replace('head 1', 'heads 1'), z]),
  );
});

test('how the French is written, where it is not greedily', () => {
  const words = (over: object) => [en, zh].map((t) => decodingText(t, { ...GREEDY, ...over }));
  expect(words({ way: 'sample', temperature: 0.8, topK: 40 })).toEqual([
    'sampling, temperature 0.8, top 40',
    '采样，温度 0.8，前 40 个',
  ]);
  expect(words({ way: 'sample', topP: 0.9, seed: 7 })).toEqual([
    'sampling, top-p 0.9, seed 7',
    '采样，top-p 0.9，种子 7',
  ]);
  expect(words({ way: 'beam', topK: 3 })).toEqual(['beam search, width 4', '束搜索，宽度 4']);
  expect(words({ temperature: 1.5 })).toEqual(['greedy, temperature 1.5', '贪心解码，温度 1.5']);
});
