import type { examples as en } from '../en/examples.ts';

export const examples: Record<keyof typeof en, string> = {
  'example.open': '可以试的例句',
  'example.short': '例句',
  'example.list': '例句，每句带一个问题',
  'example.other': '换成另一半：{word}',
  'example.word.off': '关闭这个头',
  'example.word.forbid': '在所有头里禁止这一格',
  'example.street': '“it”指哪个名词？一个词就决定了：看“it”这一行，再看“il”还是“elle”。',
  'example.prior': '最后一个词空着。先预测“il”还是“elle”：没有它，“it”关注哪个词？',
  'example.trophy': '什么太大，什么太小？“trophy”被切成两段：两段的权重要相加。',
  'example.table': '谁害怕，什么坏了？换掉这个词，看“it”这一行。',
  'example.dog': '谁饿了？这个头拿不准：比较 dog 和 cat，再逐步计算这个数字。',
  'example.cup': '两个名词都是阴性。写出“elle”就说明模型知道什么是干净的吗？',
  'example.order': '形容词移到了名词后面：每个法语词关注哪个英文词？',
  'example.love': '“you”在句末，“t’”却在动词之前：写“t’”时关注哪个词？',
  'example.negation': '法语的否定有两个词：写“n’”时关注什么，写“pas”时又关注什么？',
  'example.doctor': '“fatiguée”还是“fatigué”：写形容词的这一行关注前面哪个法语词？',
  'example.colours': '一个真实的错误：“le jardin est verte”。把句子前后对调，这一行又关注什么？',
  'example.bank': '一个真实的错误：译成了银行。有哪个头让“bank”关注“river”吗？',
  'example.off': '先预测：关闭这个头，是“il”还是“elle”？在编码器所有头里都禁止这一格呢？',
  'example.bite': '位置编码已去掉。先预测：dog 和 man 对调，法语会怎样？',
};
