/** More, or later. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'gt',
  rank: 30,
  arity: 'one',
  kinds: ['decimal', 'date', 'datetime', 'time'],
  label: { 'zh-CN': '大于', en: 'is more than' },
  text: { 'zh-CN': '{{field}} > {{value}}', en: '{{field}} > {{value}}' },
  as: {
    date: {
      label: { 'zh-CN': '晚于', en: 'is after' },
      text: { 'zh-CN': '{{field}} 晚于 {{value}}', en: '{{field}} is after {{value}}' },
    },
  },
};
