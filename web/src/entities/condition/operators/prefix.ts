/** A text begins with a part. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'prefix',
  rank: 20,
  arity: 'one',
  kinds: ['text'],
  label: { 'zh-CN': '开头是', en: 'begins with' },
  text: { 'zh-CN': '{{field}} 以 {{value}} 开头', en: '{{field}} begins with {{value}}' },
};
