/** Something was filled in. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'not_empty',
  rank: 150,
  arity: 'none',
  kinds: 'every',
  label: { 'zh-CN': '已填写', en: 'is filled in' },
  text: { 'zh-CN': '{{field}} 已填写', en: '{{field}} is filled in' },
};
