/** Equal to none of several values. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'not_in',
  rank: 110,
  arity: 'many',
  kinds: ['text', 'decimal', 'date', 'datetime', 'time', 'choice', 'member', 'department', 'record'],
  label: { 'zh-CN': '不是其中任何一个', en: 'is none of' },
  text: { 'zh-CN': '{{field}} 不为 {{value}}', en: '{{field}} is not {{value}}' },
  as: {
    number: {
      label: { 'zh-CN': '都不等于', en: 'equals none of' },
      text: { 'zh-CN': '{{field}} ≠ {{value}}', en: '{{field}} ≠ {{value}}' },
    },
    set: {
      label: { 'zh-CN': '一个也不包含', en: 'includes none of' },
      text: { 'zh-CN': '{{field}} 不包含 {{value}}', en: '{{field}} does not include {{value}}' },
    },
    belongs: {
      label: { 'zh-CN': '不属于（含下级）', en: 'is not in (nor below)' },
      text: { 'zh-CN': '{{field}} 不属于 {{value}}', en: '{{field}} is not in {{value}}' },
    },
    holds: {
      label: { 'zh-CN': '一个也不担任', en: 'include none of' },
      text: { 'zh-CN': '{{field}} 不包含 {{value}}', en: '{{field}} do not include {{value}}' },
    },
  },
};
