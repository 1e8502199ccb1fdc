import type { gradient as en } from '../en/gradient.ts';

export const gradient: Record<keyof typeof en, string> = {
  'gradient.label': '权重与梯度',
  'gradient.noteLabel': '权重不是解释',
  'gradient.row': '输出词',
  'gradient.rowOf': '{row}. {word}',
  'gradient.candidate': 'log P，对于',
  'gradient.candidateOf': '{word}（{percent}）',
  'gradient.about': '左：读了多少；右：这对 log P(“{word}”) 有多重要（一阶近似）。',
  'gradient.aboutGradient': '左：读了多少；右：log P(“{word}”) 会怎样随每个权重增长。',
  'gradient.note':
    '权重不是解释：别的权重也可能给出同样的答案（Jain & Wallace 2019；另见 Wiegreffe & Pinter 2019）。',
  'gradient.placeHardly':
    '在{head}中，“{query}”读“{key}” {weight}，但“{word}”几乎不依赖它：只占它从这一行所得的 {share}。',
  'gradient.place':
    '在{head}中，“{query}”读“{key}” {weight}，但“{word}”从这一行所得的只有 {share} 来自那里。',
  'gradient.instead': '{share} 来自“{key}”，而它被读 {weight}。',
  'gradient.both': '{first}{second}',
  'gradient.agree': '对这个词来说，每个单元格读了多少就有多重要：权重与梯度一致。',
  'gradient.go': '显示这个单元格',
  'gradient.waiting': '正在计算梯度……',
  'gradient.titleWeights': '权重 α̂',
  'gradient.titleProduct': 'α̂ × 梯度，占该头最大值的比例',
  'gradient.titleGradient': '梯度，占该头最大值的比例',
  'gradient.weigh': '与权重并排',
  'gradient.product': 'α̂ × 梯度',
  'gradient.gradient': '梯度',
  'gradient.cell': '“{query}”读“{key}”：α̂ 为 {weight}，α̂ × 梯度为该头最大值的 {influence}。',
  'gradient.cellGradient': '“{query}”读“{key}”：α̂ 为 {weight}，梯度为该头最大值的 {influence}。',
  'gradient.percentPoints': '{number}%',
  'gradient.hint': '指向一个单元格：两幅图显示同一处。',
  'gradient.less': '不利于它',
  'gradient.more': '有利于它',
};
