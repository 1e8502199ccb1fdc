import type { errors as en } from '../en/errors.ts';

export const errors: Record<keyof typeof en, string> = {
  'error.not-found': '这个地址没有模型文件。请检查链接里的模型名称。',
  'error.not-a-model': '服务器返回的是网页，不是模型。请检查地址，或稍后再试。',
  'error.network': '模型下载失败：连接中断。请检查网络后重试。',
  'error.integrity': '下载的模型已损坏：与校验和不符。请重试，重新下载。',
  'error.format': '模型的一个文件无法读取：已损坏或不完整。请重试，或打开另一个模型。',
  'error.unsupported': 'Headlight 不能运行这种模型。请打开 Marian 翻译模型。',
  'error.shape': '模型各部分的尺寸不一致，已停止运行。请重试，或打开另一个模型。',
  'error.not-finite': '模型算出了不是数的结果，因此不显示。请重试，或换一种计算方式。',
  'error.bad-request': '模型没有这个词、层或头。请修改句子，或选择另一个头。',
  'error.backend': '本机没有可用的计算方式。请关闭其他标签页，或换一个浏览器。',
  'error.context-lost': '计算过程中显卡停止了响应。请重试；必要时会改用处理器。',
  'error.outdated': '已被更新的句子取代。',
  'error.unknown-id': '模型写出了词表之外的词。请重试，或打开另一个模型。',
  'error.crashed': '模型意外停止。你的文字已保留；请重试以重新启动。',
  'error.file': '相关文件：{file}。',
  'error.retry': '重试',
  'error.page': '页面无法绘制。你的文字和所有选择都保存在网址里。',
  'error.reload': '重新加载',
};
