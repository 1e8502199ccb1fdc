import type { translation as en } from '../en/translation.ts';

export const translation: Record<keyof typeof en, string> = {
  'translation.label': '逐词生成的法语',
  'translation.heading': '法语，逐词生成',
  'translation.headingShort': '法语',
  'translation.spoken': '法语：{text}',
  'translation.how': '贪心解码 · {milliseconds} 毫秒 · {backend}',
  'translation.howStored': '预存的结果 · 尚未实时',
  'translation.howOwn': '你输入的译文 · {milliseconds} 毫秒 · {backend}',
  'translation.typeOwn': '自己输入法语',
  'translation.backToModel': '恢复模型的译文',
  'translation.ownLabel': '你输入的法语',
  'translation.ownPlaceholder': '输入法语，看模型认为每个词有多大可能',
  'translation.hint': '指向一个词，看其他候选词',
  'translation.empty': '法语译文会显示在这里。',
  'translation.end': '句子结束',
  'translation.token': '“{word}”，{percent}',
  'translation.tokenOther': '“{word}”，{percent}；模型会写“{best}”',
  'translation.runnersUp': '除“{word}”之外',
  'translation.cut': '模型只能容纳前 {words, plural, other {# 个词}}；你输入的文字完整保留。',
  'translation.notEnded': '已达到模型的最大句长，在此截断',
};
