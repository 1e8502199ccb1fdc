import { describe, expect, it } from 'vitest';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

/* One term for each thing, and one metaphor for attention: in English a word reads, in Chinese it 关注 another. */

const chinese = Object.entries(zhCN);
const english = Object.entries(en);
const saying = (entries: readonly (readonly [string, string])[], words: RegExp) =>
  entries.filter(([, text]) => words.test(text)).map(([key, text]) => `${key}: ${text}`);

/** A file is read, too. */
const FILES = /^error\.format$/;

describe('the Chinese catalogue', () => {
  it('says 关注 for attention, never 读 or 停在', () => {
    const other = chinese.filter(([key]) => !FILES.test(key));
    expect(saying(other, /读|停在|停放/)).toEqual([]);
  });

  it.each([
    ['得分', /分数/],
    ['权重、概率', /份额/],
    ['对比', /两相比较/],
    ['修改', /改动/],
    ['逐步计算', /跟踪/],
    ['nat', /纳特/],
    ['训练时受过监督', /专门训练/],
    ['把鼠标移到', /指向/],
    ['前馈网络（Feed Forward）', /Feed Forward（/],
  ])('says %s in one way', (_, others) => expect(saying(chinese, others)).toEqual([]));

  it('counts layers and heads in one form: 第 4 层, 第 5 头', () => {
    // Of one head, not of how many: {heads} may be a list of them.
    expect(saying(chinese, /[头层] ?\{(?:layer|head|heads|n|block)\}|第 \{\w+\} 个[头层]/)).toEqual([]);
    expect(saying(chinese, /(?<!第 |第 1–)\{layer\}(?! ·)/)).toEqual([]);
  });

  it('has no blank before a per cent sign', () => expect(saying(chinese, /\s%/)).toEqual([]));

  it.each([
    ['Self-Attention', '自注意力'],
    ['Masked Self-Attention', '掩码自注意力'],
    ['Cross-Attention', '交叉注意力'],
    ['Add & Norm', '残差与归一化'],
    ['Feed Forward', '前馈网络'],
    ['Positional Encoding', '位置编码'],
  ])('has %s beside its Chinese name only, %s', (field, name) => {
    const said = chinese.filter(([, text]) => text.includes(field));
    expect(said.filter(([, text]) => !text.includes(name))).toEqual([]);
  });
});

describe('the English catalogue', () => {
  it('has words and heads read, and nothing else', () => {
    expect(
      saying(english, /\brests?\b(?= on)|\btells?\b|\bhears?\b|\bhand(s|ed)? over\b|\bparks?\b/),
    ).toEqual([]);
  });

  it('names the sub-layers as the field does', () => {
    const own = /self-attention|cross-attention|add and norm|feed-?forward(?! )|positional encoding/;
    expect(saying(english, own)).toEqual([]);
  });
});
