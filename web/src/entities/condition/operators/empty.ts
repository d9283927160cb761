/** Nothing was filled in. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'empty',
  rank: 140,
  arity: 'none',
  kinds: 'every',
  label: { 'zh-CN': '没有填写', en: 'is blank' },
  text: { 'zh-CN': '{{field}} 没有填写', en: '{{field}} is blank' },
};
