/** A text contains a part. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'contains',
  rank: 10,
  arity: 'one',
  kinds: ['text'],
  label: { 'zh-CN': '包含', en: 'contains' },
  text: { 'zh-CN': '{{field}} 包含 {{value}}', en: '{{field}} contains {{value}}' },
  as: {
    belongs: {
      label: { 'zh-CN': '属于', en: 'is in' },
      text: { 'zh-CN': '{{field}} 属于 {{value}}', en: '{{field}} is in {{value}}' },
    },
    holds: {
      label: { 'zh-CN': '担任', en: 'include' },
      text: { 'zh-CN': '{{field}} 包含 {{value}}', en: '{{field}} include {{value}}' },
    },
  },
};
