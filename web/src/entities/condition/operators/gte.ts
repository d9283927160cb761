/** At least, or no earlier. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'gte',
  rank: 40,
  arity: 'one',
  kinds: ['decimal', 'date', 'datetime', 'time'],
  label: { 'zh-CN': '大于等于', en: 'is at least' },
  text: { 'zh-CN': '{{field}} ≥ {{value}}', en: '{{field}} ≥ {{value}}' },
  as: {
    date: {
      label: { 'zh-CN': '不早于', en: 'is not before' },
      text: { 'zh-CN': '{{field}} 不早于 {{value}}', en: '{{field}} is not before {{value}}' },
    },
  },
};
