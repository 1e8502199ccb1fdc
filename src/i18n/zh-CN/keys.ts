import type { keys as en } from '../en/keys.ts';

export const keys: Record<keyof typeof en, string> = {
  'keys.title': '快捷键',
  'keys.help': '每个快捷键在页面上都有对应的控件。',
  'keys.sentence': '跳到句子输入框',
  'keys.move': '移动单元格',
  'keys.pin': '固定单元格',
  'keys.escape': '取消，返回上一级',
  'keys.head': '上一个、下一个头',
  'keys.layer': '下一层、上一层',
  'keys.kind': '注意力的种类',
  'keys.view': '热力图或弧线',
  'keys.undo': '撤销',
  'keys.redo': '重做',
  'keys.share': '分享',
  'keys.list': '显示这个列表',
  'keys.add': '把一个头加入选择',
  'keys.ends': '行首、行尾',
};
