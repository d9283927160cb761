/** From one value to another, both included. */
import type { Operator } from './operator';

export const operator: Operator = {
  name: 'between',
  rank: 90,
  arity: 'two',
  kinds: ['decimal', 'date', 'datetime', 'time'],
  label: { 'zh-CN': '介于', en: 'is between' },
  text: { 'zh-CN': '{{field}} 在 {{low}} 至 {{high}} 之间', en: '{{field}} is between {{low}} and {{high}}' },
};
