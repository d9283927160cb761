import { describe, expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';
import { NO_PEOPLE } from '@/entities/field/parse/read-people';

import type { Row } from '../input-state';

import { cellsOfText, isTable, textOfCells } from './clipboard';
import { pasteRows, type PasteContext, type Pasted } from './paste-rows';

const context: PasteContext = {
  zone: 'Asia/Shanghai',
  today: '2026-03-05',
  memberId: 'chen',
  order: 'mdy',
  people: NO_PEOPLE,
};
const lines: Field = {
  id: 'lines',
  type: 'lines',
  name: '明细',
  options: {
    max_rows: 3,
    columns: [
      { id: 'product', type: 'text', name: { 'zh-CN': '产品', en: 'Product' } },
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
      { id: 'price', type: 'money', name: '单价（元）', options: { currency: 'CNY' } },
      { id: 'due', type: 'date', name: '交期' },
      { id: 'scan', type: 'attachment', name: '发票' },
    ],
  },
};
const rows: Row[] = [{ key: 'r1', cells: { product: 'old', price: '1' } }];

function paste(text: string, column = 'product', rowKey = 'r1', before = rows): Pasted {
  return pasteRows(lines, before, { rowKey, column }, cellsOfText(text), context);
}

const cellsOf = ({ rows: all }: Pasted) => all.map(({ cells }) => cells);

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

  it('keep quotes that are only text', () => {
    expect(cellsOfText('6" pipe\t"A" grade\t"open\nx\t""')).toEqual([
      ['6" pipe', '"A" grade', '"open'],
      ['x', ''],
    ]);
  });

  it('are a table if there are several, or one with lines of its own', () => {
    expect(isTable(cellsOfText('6" pipe'))).toBe(false);
    expect(isTable(cellsOfText('a\tb'))).toBe(true);
    expect(isTable(cellsOfText('"a\nb"'))).toBe(true);
  });

  it('go back to a spreadsheet as they came', () => {
    const cells = [
      ['a\nb', '6" x', ''],
      ['c\td', 'e', 'f'],
    ];
    expect(cellsOfText(textOfCells(cells))).toEqual(cells);
  });
});

describe('a paste', () => {
  it('fills from the cell on, and adds rows', () => {
    const pasted = paste('x\t甲\t9\t¥1,234.50\t2026/3/5\ny\tALPHA\t9\t2\t2026年12月1日');
    expect(cellsOf(pasted)).toEqual([
      { product: 'x', kind: 'a', price: '1234.50', due: '2026-03-05' },
      { product: 'y', kind: 'a', price: '2', due: '2026-12-01' },
    ]);
    expect(pasted.rows[0]?.key).toBe('r1');
    expect(pasted.touched).toEqual(pasted.rows.map(({ key }) => key));
    expect(pasted).toMatchObject({ total: 2, left: null, doubts: {} });
  });

  it('leaves the columns before the cell and those behind the copied ones alone', () => {
    expect(cellsOf(paste('5\t2026-03-01', 'price'))).toEqual([
      { product: 'old', price: '5', due: '2026-03-01' },
    ]);
  });

  it('blanks what is blank in the spreadsheet, and takes no blank rows from its end', () => {
    const pasted = paste('x\t\t\t\t\n\t\t\t\t\n');
    expect(cellsOf(pasted)).toEqual([{ product: 'x', kind: '', price: '', due: '' }]);
    expect(pasted.total).toBe(1);
  });

  it('keeps every text that a column does not understand', () => {
    const pasted = paste('x\t丙\t9\tabout 5\tsoon', 'product');
    expect(pasted.rows[0]?.cells).toEqual({
      product: 'x',
      kind: { raw: '丙', why: 'option', part: '丙' },
      price: 'about 5',
      due: { raw: 'soon', why: 'day', part: 'soon' },
    });
  });

  it('says what is to be checked, by the cell', () => {
    const { doubts } = paste('1\t3/5/2026', 'price');
    expect(doubts).toEqual({ 'lines/r1/due': { code: 'dayOrder', raw: '3/5/2026' } });
  });

  it('takes the order of days from the column where one of them can be read in one way only', () => {
    const before = [{ key: 'r1', cells: {} }];
    const pasted = paste('3/5/2026\n13/5/2026', 'due', 'r1', before);
    expect(cellsOf(pasted).map(({ due }) => due)).toEqual(['2026-05-03', '2026-05-13']);
    expect(pasted.doubts).toEqual({});
    const torn = paste('3/5/2026\n13/5/2026\n5/13/2026', 'due', 'r1', before);
    expect(cellsOf(torn).map(({ due }) => due)).toEqual(['2026-03-05', '2026-05-13', '2026-05-13']);
    expect(Object.values(torn.doubts)).toHaveLength(1);
  });

  it('goes below when the row is gone or none was meant', () => {
    const pasted = paste('x\t甲', 'product', '');
    expect(cellsOf(pasted)).toEqual([rows[0]?.cells, { product: 'x', kind: 'a' }]);
  });

  it('says which rows have no place, and keeps them', () => {
    const pasted = paste('a\nb\nc\nd\ne');
    expect(pasted.rows).toHaveLength(3);
    expect(pasted).toMatchObject({ total: 5, most: 3, left: { first: 4, cells: [['d'], ['e']] } });
  });

  it('says so even where there is no place at all', () => {
    const full = ['r1', 'r2', 'r3'].map((key) => ({ key, cells: { product: key } }));
    const pasted = paste('a\nb', 'product', '', full);
    expect(cellsOf(pasted)).toEqual(full.map(({ cells }) => cells));
    expect(pasted.left).toEqual({ first: 1, cells: [['a'], ['b']] });
  });

  it('says which columns take nothing, if there was something for them', () => {
    const pasted = paste('x\t甲\t9\t1\t2026-03-05\tscan.pdf\tmore\t');
    expect(pasted.skipped.map(({ why }) => why)).toEqual(['computed', 'files', 'beyond']);
    expect(paste('x\t甲\t\t1').skipped).toEqual([]);
  });
});

describe('a head', () => {
  it('says which column is which, in any language and order, whatever cell has the focus', () => {
    const pasted = paste('交期\tPRODUCT\t单价\t备注\n2026.3.5\tx\t5\tsoon', 'due');
    expect(cellsOf(pasted)).toEqual([{ product: 'x', price: '5', due: '2026-03-05' }]);
    expect(pasted.total).toBe(1);
    expect(pasted.skipped).toEqual([{ name: '备注', why: 'unknown' }]);
  });

  it('is a row of values where it names no two columns', () => {
    expect(cellsOf(paste('产品\t甲\nx\t甲'))).toEqual([
      { product: '产品', kind: 'a', price: '1' },
      { product: 'x', kind: 'a' },
    ]);
  });

  it('of one column is recognised too, but alone it is a value', () => {
    expect(cellsOf(paste('单价（元）\n5', 'price'))).toEqual([{ product: 'old', price: '5' }]);
    expect(cellsOf(paste('产品\t类型'))).toEqual([
      { product: '产品', kind: { raw: '类型', why: 'option', part: '类型' }, price: '1' },
    ]);
  });

  it('does not mix up columns that differ in what stands in brackets', () => {
    const columns: Field[] = [
      { id: 'net', type: 'money', name: '金额（不含税）' },
      { id: 'gross', type: 'money', name: '金额（含税）' },
      { id: 'day', type: 'date', name: '日期' },
    ];
    const table: Field = { ...lines, options: { columns } };
    const take = (text: string) =>
      pasteRows(table, [], { rowKey: '', column: 'net' }, cellsOfText(text), context);
    expect(cellsOf(take('日期\t金额(含税)\n2026-03-05\t5'))).toEqual([{ gross: '5', day: '2026-03-05' }]);
    expect(take('日期\t不含税\t金额\n2026-03-05\t4\t5').skipped.map(({ name }) => name)).not.toContain(
      '金额',
    );
  });
});
