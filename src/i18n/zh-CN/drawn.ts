import type { drawn as en } from '../en/drawn.ts';

export const drawn: Record<keyof typeof en, string> = {
  'drawn.off.zero': '已关闭：输出为 0。',
  'drawn.off.mean': '已关闭：输出它的平均值。',
  'drawn.off.first': '已关闭：每个词只关注第一个词元，并取它的 value。',
  'drawn.own': '它自己的权重不变。',
  'drawn.ownMoved': '它自己的权重只随它前面的修改而变。',
  'drawn.dots': '圆点标出后面有变化的头。',
  'drawn.last': '它之后没有别的头：请看法语译文。',
  'drawn.zero': '每个单元格的差都是 0。',
  'drawn.small': '没有一个权重的变化超过 {number}。',
  'drawn.unchanged': '模型没有任何修改。',
  'drawn.reached': '修改在这个头之前，但几乎没有改变它的权重。',
  'drawn.unreached': '修改影响不到这个头：它在所有修改之前，或与之并列。',
};
