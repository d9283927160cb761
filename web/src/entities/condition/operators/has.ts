/** A set has one of these. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'has',
  rank: 120,
  arity: 'many',
  kinds: ['choices', 'members', 'departments', 'roles', 'region', 'records'],
  label: { 'zh-CN': '包含任意一个', en: 'includes any of' },
  text: { 'zh-CN': '{{field}} 包含 {{value}}', en: '{{field}} includes {{value}}' },
  as: {
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
