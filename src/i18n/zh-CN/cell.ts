import type { cell as en } from '../en/cell.ts';

export const cell: Record<keyof typeof en, string> = {
  'cell.menu': '关于这一格的更多操作',
  'cell.heads': '哪些头把这两个词联系起来？',
  'cell.follow': '逐步计算这个数',
  'cell.forbid': '禁止这一格',
  'cell.allow': '重新允许这一格',
  'cell.forbidAll': '在这一类的所有头里都禁止',
  'cell.allowAll': '在所有头里重新允许',
  'cell.copy': '复制这个数字',
  'cell.off': '关闭这个头',
  'cell.on': '重新打开这个头',
  'cell.scale': '为什么要 ÷ √d？',
  'cell.mask': '掩码：可以关注哪些词',
  'cell.positions': '位置：词序重要吗？',
  'cell.copied': '已复制：{value}',
};
