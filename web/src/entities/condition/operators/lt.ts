/** Less, or earlier. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'lt',
  rank: 50,
  arity: 'one',
  kinds: ['decimal', 'date', 'datetime', 'time'],
  label: { 'zh-CN': '小于', en: 'is less than' },
  text: { 'zh-CN': '{{field}} < {{value}}', en: '{{field}} < {{value}}' },
  as: {
    date: {
      label: { 'zh-CN': '早于', en: 'is before' },
      text: { 'zh-CN': '{{field}} 早于 {{value}}', en: '{{field}} is before {{value}}' },
    },
  },
};
