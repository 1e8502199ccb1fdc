import type { matrices as en } from '../en/matrices.ts';

export const matrices: Record<keyof typeof en, string> = {
  'matrices.label': '用矩阵看这个头',
  'matrices.sentence.rows.self':
    '所有行并行计算：哪一行都不必等另一行的结果。但每一行都要用到 K 和 V 的所有行；Q、K、V 本身和前馈网络（Feed Forward）都只用自己那一行。',
  'matrices.sentence.rows.causal':
    '所有行并行计算：哪一行都不必等另一行的结果。但每一行都要用到 K 和 V 中直到自己的各行；Q、K、V 本身和前馈网络（Feed Forward）都只用自己那一行。',
  'matrices.sentence.rows.cross':
    '每一行是一个法语词；K 和 V 由编码器的输出 E 得到。哪一行都不必等另一行的结果，但每一行都要用到 K 和 V 的所有行；Q、K、V 本身和前馈网络（Feed Forward）都只用自己那一行。',
  'matrices.sentence.columns.self':
    '所有列并行计算：哪一列都不必等另一列的结果。但每一列都要用到 K 和 V 的所有列；Q、K、V 本身和前馈网络（Feed Forward）都只用自己那一列。Kᵀ 是 K = Wᵏ I 的转置。',
  'matrices.sentence.columns.causal':
    '所有列并行计算：哪一列都不必等另一列的结果。但每一列都要用到 K 和 V 中直到自己的各列；Q、K、V 本身和前馈网络（Feed Forward）都只用自己那一列。Kᵀ 是 K = Wᵏ I 的转置。',
  'matrices.sentence.columns.cross':
    '每一列是一个法语词；K = Wᵏ E 和 V 由编码器的输出 E 得到。哪一列都不必等另一列的结果，但每一列都要用到 K 和 V 的所有列；Q、K、V 本身和前馈网络（Feed Forward）都只用自己那一列。',
  'matrices.words': '词排成',
  'matrices.words.rows': '词作行',
  'matrices.words.columns': '词作列',
  'matrices.words.rowsHelp': '一个词是一行，和本页其他图一样：Q = I W^q',
  'matrices.words.columnsHelp': '一个词是一列，和课上的写法一样：Q = W^q I',
  'matrices.waiting': '数字马上就到……',
  'matrices.light': '点亮的词',
  'matrices.one': '一个词',
  'matrices.all': '全部并行',
  'matrices.close': '回到热力图',
  'matrices.nth': '第 {n} 个',
  'matrices.hint':
    '把鼠标移到一个数上，或用方向键移动：由哪一行乘哪一列得到，就点亮哪里。Q、K、V 还各加偏置。',
  'matrices.hint.touch': '点一个数：由哪一行乘哪一列得到，就点亮哪里。Q、K、V 还各加偏置。',
  'matrices.name.I': '词向量 I',
  'matrices.name.Wq': '查询的矩阵',
  'matrices.name.Wk': '键的矩阵',
  'matrices.name.Wv': '值的矩阵',
  'matrices.name.Q': '查询 Q',
  'matrices.name.K': '键 K',
  'matrices.name.V': '值 V',
  'matrices.name.A': '得分 A',
  'matrices.name.Ahat': '注意力权重 Â',
  'matrices.name.O': '头的输出 O',
  'matrices.size': '{name}，{rows} 行，{columns} 列',
  'matrices.ofWord': '{name}：“{row}”，{column}：{value}',
  'matrices.ofWords': '{name}：“{row}”关注“{column}”：{value}',
  'matrices.ofScore': '{name}：“{row}” → “{column}”：{value}',
  'matrices.shut': '{name}：“{row}”不能关注“{column}”',
  'matrices.product.rows.Q': '= I 的这一行 × W^q 的第 {n} 列：{count} 个乘积之和，加偏置',
  'matrices.product.rows.K': '= {source} 的这一行 × W^k 的第 {n} 列：{count} 个乘积之和，加偏置',
  'matrices.product.rows.V': '= {source} 的这一行 × W^v 的第 {n} 列：{count} 个乘积之和，加偏置',
  'matrices.product.rows.A': '= Q 的行 × Kᵀ 的列：{count} 个乘积之和{scaled}',
  'matrices.product.rows.O': '= Â 的这一行 × V 的第 {n} 列：{count} 个乘积之和',
  'matrices.product.columns.Q': '= W^q 的第 {n} 行 × I 的这一列：{count} 个乘积之和，加偏置',
  'matrices.product.columns.K': '= W^k 的第 {n} 行 × {source} 的这一列：{count} 个乘积之和，加偏置',
  'matrices.product.columns.V': '= W^v 的第 {n} 行 × {source} 的这一列：{count} 个乘积之和，加偏置',
  'matrices.product.columns.A': '= Kᵀ 的行 × Q 的列：{count} 个乘积之和{scaled}',
  'matrices.product.columns.O': '= V 的第 {n} 行 × Â 的这一列：{count} 个乘积之和',
  'matrices.scaled': '，÷ √{d}',
  'matrices.scaledBy': '，÷ √{d}，× {factor}',
  'matrices.ofMap': '{name}：{row}，{column}：{value}',
};
