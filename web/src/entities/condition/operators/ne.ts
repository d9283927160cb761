/** Not equal to one value. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'ne',
  rank: 80,
  arity: 'one',
  kinds: [
    'text',
    'decimal',
    'date',
    'datetime',
    'time',
    'boolean',
    'choice',
    'member',
    'department',
    'record',
  ],
  label: { 'zh-CN': '不是', en: 'is not' },
  text: { 'zh-CN': '{{field}} 不为 {{value}}', en: '{{field}} is not {{value}}' },
  as: {
    number: {
      label: { 'zh-CN': '不等于', en: 'does not equal' },
      text: { 'zh-CN': '{{field}} ≠ {{value}}', en: '{{field}} ≠ {{value}}' },
    },
    set: {
      label: { 'zh-CN': '不包含', en: 'does not include' },
      text: { 'zh-CN': '{{field}} 不包含 {{value}}', en: '{{field}} does not include {{value}}' },
    },
    belongs: {
      label: { 'zh-CN': '不属于', en: 'is not in' },
      text: { 'zh-CN': '{{field}} 不属于 {{value}}', en: '{{field}} is not in {{value}}' },
    },
    holds: {
      label: { 'zh-CN': '未担任', en: 'do not include' },
      text: { 'zh-CN': '{{field}} 不包含 {{value}}', en: '{{field}} do not include {{value}}' },
    },
    flag: { label: { 'zh-CN': '不为', en: 'is not' } },
  },
};
