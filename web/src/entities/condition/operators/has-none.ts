/** A set has none of these. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'has_none',
  rank: 130,
  arity: 'many',
  kinds: ['choices', 'members', 'departments', 'roles', 'region', 'records'],
  label: { 'zh-CN': '一个也不包含', en: 'includes none of' },
  text: { 'zh-CN': '{{field}} 不包含 {{value}}', en: '{{field}} does not include {{value}}' },
  as: {
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
