/** Equal to one of several values. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'in',
  rank: 100,
  arity: 'many',
  kinds: ['text', 'decimal', 'date', 'datetime', 'time', 'choice', 'member', 'department', 'record'],
  label: { 'zh-CN': '是其中之一', en: 'is one of' },
  text: { 'zh-CN': '{{field}} 为 {{value}}', en: '{{field}} is {{value}}' },
  as: {
    number: {
      label: { 'zh-CN': '等于其中一个', en: 'equals one of' },
      text: { 'zh-CN': '{{field}} = {{value}}', en: '{{field}} = {{value}}' },
    },
    set: {
      label: { 'zh-CN': '包含任意一个', en: 'includes any of' },
      text: { 'zh-CN': '{{field}} 包含 {{value}}', en: '{{field}} includes {{value}}' },
    },
    belongs: {
      label: { 'zh-CN': '属于（含下级）', en: 'is in (or below)' },
      text: { 'zh-CN': '{{field}} 属于 {{value}}', en: '{{field}} is in {{value}}' },
    },
    holds: {
      label: { 'zh-CN': '担任任意一个', en: 'include any of' },
      text: { 'zh-CN': '{{field}} 包含 {{value}}', en: '{{field}} include {{value}}' },
    },
  },
};
