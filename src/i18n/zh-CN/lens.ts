import type { lens as en } from '../en/lens.ts';

export const lens: Record<keyof typeof en, string> = {
  'lens.label': 'Logit lens（对数几率透镜）',
  'lens.about':
    '假如解码器的某一层是最后一层，它会写什么。这里把每一层的输出都交给最后的线性层（Linear），而那些层并没有为此训练过（“logit lens”，nostalgebraist 2020）：只能当作线索。',
  'lens.written': '输出',
  'lens.after': '输入',
  'lens.layer': '第 {layer} 层',
  'lens.rankFirst': '✓',
  'lens.rank': '{word}：{rank}',
  'lens.cellFirst': '第 {layer} 层，在“{after}”之后：“{guess}”，{percent}。这正是最终写出的词。',
  'lens.cell': '第 {layer} 层，在“{after}”之后：“{guess}”，{percent}。最终写出的“{final}”在这里排第 {rank}。',
  'lens.settled': '从第 {layer} 层起，“{word}”一直排第一。',
  'lens.unsettled': '到最后一层，“{word}”仍不是第一。',
  'lens.hint':
    '把鼠标移到一个单元格上。颜色越深，这一层越有把握；猜测的词下面是最终写出的词和它在这里的名次；✓ 表示猜的就是它。',
  'lens.hint.touch':
    '点一个单元格。颜色越深，这一层越有把握；猜测的词下面是最终写出的词和它在这里的名次；✓ 表示猜的就是它。',
  'lens.legend': '猜测的概率',
  'lens.waiting': '计算中……',
};
