import { describe, expect, it } from 'vitest';

import type { Field } from '@/lib/forms/definition';

import { cellsOfText, isTable, withPasted } from './paste';

const here = { zone: 'Asia/Shanghai', today: '2026-03-05', memberId: 'chen' };
const lines: Field = {
  id: 'lines',
  type: 'lines',
  name: '明细',
  options: {
    max_rows: 3,
    columns: [
      { id: 'product', type: 'text', name: '产品' },
      {
        id: 'kind',
        type: 'choice',
        name: '类型',
        options: { choices: [{ value: 'a', name: { en: 'Alpha', 'zh-CN': '甲' } }] },
      },
      {
        id: 'amount',
        type: 'formula',
        name: '金额',
        options: { expression: '1', result: 'money', currency: 'CNY' },
      },
      { id: 'price', type: 'money', name: '单价', options: { currency: 'CNY' } },
      { id: 'due', type: 'date', name: '交期' },
    ],
  },
};
const rows = [{ key: 'r1', cells: { product: 'old', price: '1' } }];

describe('copied cells', () => {
  it('are rows and columns', () => {
    expect(cellsOfText('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keep line breaks, tabs and quotes that stand inside of a cell', () => {
    expect(cellsOfText('"a\nb\tc ""d"""\te')).toEqual([['a\nb\tc "d"', 'e']]);
  });

  it('are a table only if there are several', () => {
    expect(isTable(cellsOfText('6" pipe'))).toBe(false);
    expect(isTable(cellsOfText('a\tb'))).toBe(true);
  });
});

describe('a paste', () => {
  it('fills from the cell on, reads amounts, days and names of choices, and adds rows', () => {
    const cells = cellsOfText('x\t甲\t9\t¥1,234.50\t2026/3/5\ny\tALPHA\t9\t2\t2026年12月1日');
    const pasted = withPasted(lines, rows, { rowKey: 'r1', column: 'product' }, cells, here);
    expect(pasted.map((row) => row.cells)).toEqual([
      { product: 'x', kind: 'a', price: '1234.50', due: '2026-03-05' },
      { product: 'y', kind: 'a', price: '2', due: '2026-12-01' },
    ]);
    expect(pasted[0]?.key).toBe('r1');
  });

  it('leaves the columns before the cell alone', () => {
    const pasted = withPasted(lines, rows, { rowKey: 'r1', column: 'price' }, [['5']], here);
    expect(pasted[0]?.cells).toEqual({ product: 'old', price: '5' });
  });

  it('ends at the limit of the form', () => {
    const cells = cellsOfText('a\nb\nc\nd\ne');
    expect(withPasted(lines, rows, { rowKey: 'r1', column: 'product' }, cells, here)).toHaveLength(3);
  });
});
