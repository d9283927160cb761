/** At most, or no later. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'lte',
  rank: 60,
  arity: 'one',
  kinds: ['decimal', 'date', 'datetime', 'time'],
  label: { 'zh-CN': '小于等于', en: 'is at most' },
  text: { 'zh-CN': '{{field}} ≤ {{value}}', en: '{{field}} ≤ {{value}}' },
  as: {
    date: {
      label: { 'zh-CN': '不晚于', en: 'is not after' },
      text: { 'zh-CN': '{{field}} 不晚于 {{value}}', en: '{{field}} is not after {{value}}' },
    },
  },
};
