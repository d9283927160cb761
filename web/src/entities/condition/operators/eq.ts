/** Equal to one value. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'eq',
  rank: 70,
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
  label: { 'zh-CN': '是', en: 'is' },
  text: { 'zh-CN': '{{field}} 为 {{value}}', en: '{{field}} is {{value}}' },
  as: {
    number: {
      label: { 'zh-CN': '等于', en: 'equals' },
      text: { 'zh-CN': '{{field}} = {{value}}', en: '{{field}} = {{value}}' },
    },
    set: {
      label: { 'zh-CN': '包含', en: 'includes' },
      text: { 'zh-CN': '{{field}} 包含 {{value}}', en: '{{field}} includes {{value}}' },
    },
    belongs: {
      label: { 'zh-CN': '属于', en: 'is in' },
      text: { 'zh-CN': '{{field}} 属于 {{value}}', en: '{{field}} is in {{value}}' },
    },
    holds: {
      label: { 'zh-CN': '担任', en: 'include' },
      text: { 'zh-CN': '{{field}} 包含 {{value}}', en: '{{field}} include {{value}}' },
    },
    flag: { label: { 'zh-CN': '为', en: 'is' } },
  },
};
