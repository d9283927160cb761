import { describe, expect, it } from 'vitest';

import type { Field } from '../definition';

import { readNumber, settled } from './read-number';

const money = (currency = 'CNY'): Field => ({ id: 'm', type: 'money', name: 'm', options: { currency } });
const number: Field = { id: 'n', type: 'number', name: 'n', options: { unit: '件' } };
const percent: Field = { id: 'p', type: 'percent', name: 'p' };
const read = (field: Field, raw: string) => readNumber(field, raw)?.text ?? null;

describe('an amount', () => {
  it.each([
    ['1234.5', '1234.5'],
    ['1,234.50', '1234.50'],
    ['¥1,234.50', '1234.50'],
    ['￥ 1,234.50', '1234.50'],
    ['１，２３４．５０', '1234.50'],
    ['CNY 1,234.50', '1234.50'],
    ['rmb1234', '1234'],
    ['人民币1,234元', '1234'],
    ['1 234 567.8', '1234567.8'],
    ['1\u00a0234.5', '1234.5'],
    ["1'234.50", '1234.50'],
    ['(1,234.50)', '-1234.50'],
    ['（1,234.50）', '-1234.50'],
    ['¥(1,234.50)', '-1234.50'],
    ['(¥1,234.50)', '-1234.50'],
    ['-¥1,234.50', '-1234.50'],
    ['¥-1,234.50', '-1234.50'],
    ['−5', '-5'],
    ['1,234.50-', '-1234.50'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0', '0'],
    ['(0.00)', '0.00'],
    ['1.5万', '15000'],
    ['3万元', '30000'],
    ['2亿', '200000000'],
    ['\u200b12', '12'],
  ])('%s is %s', (raw, text) => expect(readNumber(money(), raw)).toEqual({ text }));

  it.each([
    '',
    'about 5',
    '1.234,50',
    '12,34',
    '1,2345',
    '1.2.3',
    '1E+05',
    '1.23457E+11',
    '####',
    '#N/A',
    '#REF!',
    '12%',
    '--5',
    '((5))',
    '-(5)',
    '5万万',
    '¥',
    '1/2',
    '9'.repeat(29),
  ])('%s is none', (raw) => expect(readNumber(money(), raw)).toBeNull());

  it('in another currency is taken, and is to be checked', () => {
    expect(readNumber(money(), '$1,234.50')).toEqual({
      text: '1234.50',
      doubt: { code: 'currency', raw: '$1,234.50' },
    });
    expect(readNumber(money(), '100 USD')?.doubt?.code).toBe('currency');
    expect(readNumber(money(), '100欧元')?.doubt?.code).toBe('currency');
    expect(readNumber(money('USD'), '$1,234.50')).toEqual({ text: '1234.50' });
    expect(readNumber(money('USD'), 'US$5')).toEqual({ text: '5' });
    expect(readNumber(money('HKD'), 'US$5')?.doubt?.code).toBe('currency');
    expect(readNumber(money('JPY'), '¥500')).toEqual({ text: '500' });
  });

  it('that accountants write as a dash is nought, to be checked', () => {
    expect(readNumber(money(), '¥ -   ')).toEqual({ text: '0', doubt: { code: 'zero', raw: '¥ -' } });
    expect(readNumber(money(), '—')?.text).toBe('0');
  });
});

describe('a number', () => {
  it('comes with its unit or without', () => {
    expect(read(number, '1,200件')).toBe('1200');
    expect(read(number, '1,200 件')).toBe('1200');
    expect(read(number, '1,200 箱')).toBeNull();
  });

  it('is no rate: the sign means a hundredth', () => expect(read(number, '12%')).toBeNull());
});

describe('a rate', () => {
  it.each([
    ['12.5%', '12.5'],
    ['12.5 ％', '12.5'],
    ['12.5', '12.5'],
    ['-3%', '-3'],
    ['(3%)', '-3'],
    ['0', '0'],
    ['0.5%', '0.5'],
  ])('%s is %s', (raw, text) => expect(readNumber(percent, raw)).toEqual({ text }));

  it('below one without a sign may be the fraction, and is to be checked', () =>
    expect(readNumber(percent, '0.125')).toEqual({
      text: '0.125',
      doubt: { code: 'fraction', raw: '0.125' },
    }));

  it.each(['12%%', '-', 'n/a'])('%s is none', (raw) => expect(read(percent, raw)).toBeNull());
});

describe('a typed number that is left', () => {
  it.each([
    [money(), '¥1,234.5', '1234.5'],
    [money(), '１２', '12'],
    [money(), '-', '-'],
    [number, '—', '—'],
    [number, '-', '-'],
    [money(), 'US$5', 'US$5'],
    [percent, '0.5', '0.5'],
    [number, 'abc', 'abc'],
  ])('%o %s → %s', (field, typed, shown) => {
    expect(settled(field, typed)).toBe(shown);
  });
});
