import { describe, expect, it } from 'vitest';

import type { Definition } from '@/entities/form/definition';

import { namesAt, toShown, toStored, withGone } from './formula-text';

const definition: Definition = {
  name: '报价单',
  fields: [
    { id: 'rate', type: 'percent', name: '折扣' },
    {
      id: 'lines',
      type: 'lines',
      name: '明细',
      options: {
        columns: [
          { id: 'price', type: 'money', name: '单价' },
          { id: 'count', type: 'number', name: '数量' },
          { id: 'amount', type: 'formula', name: '金额' },
        ],
      },
    },
    { id: 'total', type: 'formula', name: '合计' },
  ],
};
const inRow = namesAt(definition, { field: 'lines', column: 'amount' }, 'zh-CN');
const inForm = namesAt(definition, { field: 'total' }, 'zh-CN');

describe('formulas by name', () => {
  it.each([
    ['price * count * (1 - rate)', '[单价] * [数量] * (1 - [折扣])', inRow],
    ['SUM(lines.amount)', 'SUM([明细.金额])', inForm],
    ['IF(rate > 0, "rate", "")', 'IF([折扣] > 0, "rate", "")', inForm],
  ])('%s is shown as %s and comes back', (stored, shown, names) => {
    expect(toShown(stored, names)).toBe(shown);
    expect(toStored(shown, names)).toEqual({ expression: stored, unknown: [] });
  });

  it('reads the signs of a Chinese keyboard, but leaves texts and names alone', () => {
    expect(toStored('IF（【折扣】＞０，“高，（低）”，""）', inForm).expression).toBe(
      'IF(rate>0,"高，（低）","")',
    );
  });

  it('names what no field is called', () => {
    expect(toStored('[单价] * 2', inForm).unknown).toEqual(['单价']);
  });

  it('tells two fields of one name apart', () => {
    const twice = {
      ...definition,
      fields: [...definition.fields, { id: 'other', type: 'percent' as const, name: '折扣' }],
    };
    const names = namesAt(twice, { field: 'total' }, 'zh-CN');
    expect(toShown('rate + other', names)).toBe('[折扣 #rate] + [折扣 #other]');
    expect(toStored('[折扣 #rate] + [折扣 #other]', names).expression).toBe('rate + other');
  });
});

describe('what a formula uses and the form no longer has', () => {
  const gone = (expression: string) =>
    withGone(inForm, expression, [{ shown: '折扣', stored: 'f_aaaaaaaaaa' }], (name) =>
      name === undefined ? '已删除的字段' : `${name}（已删除）`,
    );

  it('is read by its old name, never by its id, and is written back as it was', () => {
    const all = gone('f_aaaaaaaaaa * f_bbbbbbbbbb');
    const shown = toShown('f_aaaaaaaaaa * f_bbbbbbbbbb', all);
    expect(shown).toBe('[折扣（已删除）] * [已删除的字段]');
    expect(toStored(shown, all)).toEqual({ expression: 'f_aaaaaaaaaa * f_bbbbbbbbbb', unknown: [] });
  });

  it('of two without a name each is told apart', () => {
    const all = gone('f_bbbbbbbbbb + f_cccccccccc');
    expect(toShown('f_bbbbbbbbbb + f_cccccccccc', all)).toBe('[已删除的字段 1] + [已删除的字段 2]');
  });

  it('are not functions', () => {
    expect(gone('SUM(1) + TRUE')).toEqual(inForm);
  });
});
