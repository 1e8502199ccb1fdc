import type { head as en } from '../en/head.ts';

export const head: Record<keyof typeof en, string> = {
  'kind.encoder': '编码器读自身',
  'kind.decoder': '解码器读自身，不看后文',
  'kind.cross': '解码器读英文',
  'kind.encoder.formal': '自注意力',
  'kind.decoder.formal': '带掩码的自注意力',
  'kind.cross.formal': '交叉注意力',
  'kind.label': '注意力的种类',

  'head.label': '选中的头',
  'head.title': '{kind} · 第 {layer} 层 · {count, plural, other {头}} {heads}',
  'head.titleShort': '{kind} · {layer} · {heads}',
  'head.head': '头 {head}',
  'head.mean': '{count, plural, other {# 个头}}的平均',
  'head.max': '{count, plural, other {# 个头}}中的最大值',
  'head.empty': '还没有可读的内容：请在上方输入英文句子。',

  'view.label': '视图',
  'view.heatmap': '热力图',
  'view.arcs': '弧线',

  'heatmap.label': '{title}：每行读各列',
  'heatmap.axisRow': '这个词在读 →',
  'heatmap.axisColumn': '被读的词',
  'heatmap.query': '查询',
  'heatmap.key': '键',
  'heatmap.cell': '“{query}”读“{key}”：{percent}',
  'heatmap.cellRank': '“{query}”读“{key}”：{percent}，在 {count} 个中排第 {rank}',
  'heatmap.masked': '“{query}”不能读“{key}”：它在后面（掩码）',
  'heatmap.maskedShort': '掩码：它在后面',
  'heatmap.pinned': '已固定',
  'heatmap.pinHelp': 'Enter 固定单元格，Esc 取消，方向键移动',
  'heatmap.size': '{rows} × {columns} 个词',
  'heatmap.scrollHelp': '词太多，放不下；滚动可查看全部。',

  'arcs.label': '{title}：从每个词画弧线到它所读的词',
  'arcs.hint': '指向一个词，只看它读什么',
  'arcs.reading': '在读',
  'arcs.read': '被读',
  'arcs.threshold': '显示最强的',
  'arcs.thresholdHelp': '对每个词，从最大的权重画起，直到累计达到这个比例。',

  'reading.label': '所指的词读什么',
  'reading.title': '“{word}”在读',
  'reading.row': '{word} {percent}',
  'reading.more': '{count, plural, other {另外 # 个词}}：{percent}',
  'reading.hint': '指向一个词或单元格，这里显示它读什么。',
  'reading.exact': '精确值 {value}',
  'reading.attends': '“{query}”读“{key}”',

  'legend.title': '注意力权重 α̂',
  'legend.row': '占该行最大值的比例',
  'legend.masked': '掩码',
  'legend.none': '无',
  'legend.label': '颜色刻度：{from} 到 {to}',

  'mark.start': '起始符',
  'mark.end': '结束符',

  'table.show': '以表格显示',
  'table.caption': '{title}，注意力权重',
};
