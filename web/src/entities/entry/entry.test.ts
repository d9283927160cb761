/** From typed to sent and computed, on a quote: the form that the product is first used for. */
import { describe, expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';

import quote from '../../../../tools/demo/data/quote_form.json';

import { checkAll } from './check';
import { compute } from './compute';
import { evaluationOrder } from './evaluation-order';
import { placeFaults } from './faults';
import { fitting, fromStored, startingWith, type Typed } from './input-state';
import { hasWideLines } from './lines-width';
import { toPayload } from './to-payload';

const fields = quote.fields as Field[];
const here = { zone: 'Asia/Shanghai', today: '2026-03-05', memberId: 'chen' };
const typed: Typed = {
  customer: '苏州精工',
  customer_type: 'A',
  product_line: 'bearings',
  valid_until: '2026-05-01',
  lines: [
    { key: 'r1', cells: { product: '6205', quantity: '2,000', unit_price: '17.80', list_price: '18.50' } },
    { key: 'r2', cells: {} },
    { key: 'r3', cells: { product: '30206', quantity: '５００', unit_price: '¥30.50', list_price: '32' } },
  ],
};

function field(id: string, type: Field['type'], more: Partial<Field> = {}): Field {
  return { id, type, name: id, ...more };
}

describe('what is computed', () => {
  it('is what the server will store', () => {
    const { fields: results, rows } = compute(fields, evaluationOrder(fields), typed, here.today);
    expect(results).toEqual({ total: '50850', discount: '0.040566037736' });
    expect(rows.r1).toEqual({ amount: '35600', list_amount: '37000' });
  });

  it('spoils only the row in which half a number stands, and the sums', () => {
    const half = { ...typed, lines: [{ key: 'r0', cells: { quantity: '2.' } }, ...(typed.lines as [])] };
    const { fields: results, rows } = compute(fields, evaluationOrder(fields), half, here.today);
    expect(rows.r0).toEqual({ amount: undefined, list_amount: undefined });
    expect(rows.r1?.amount).toBe('35600');
    expect(results.total).toBeUndefined();
  });

  it('comes in the order of need, not of the form', () => {
    const formula = (id: string, expression: string) =>
      field(id, 'formula', { options: { expression, result: 'number' } });
    const chained = [formula('c', 'b * 2'), formula('b', 'a + 1'), field('a', 'number')];
    expect(compute(chained, evaluationOrder(chained), { a: '3' }, here.today).fields).toEqual({
      b: '4',
      c: '8',
    });
  });
});

describe('what is sent', () => {
  it('is plain numbers, without blank rows and without what the server computes', () => {
    const sent = toPayload(fields, { ...typed, total: '1' }, here.zone);
    expect(sent.lines).toEqual([
      { product: '6205', quantity: '2000', unit_price: '17.80', list_price: '18.50' },
      { product: '30206', quantity: '500', unit_price: '30.50', list_price: '32' },
    ]);
    expect(sent).not.toHaveProperty('total');
  });

  it('is a rate as a fraction, a moment in UTC, and a file by its id', () => {
    const some = [field('rate', 'percent'), field('at', 'datetime'), field('files', 'attachment')];
    const values = { rate: '12.5%', at: '2026-03-05T09:30', files: [{ id: 'f1', name: 'a.pdf', size: 1 }] };
    expect(toPayload(some, values, here.zone)).toEqual({
      rate: '0.125',
      at: '2026-03-05T01:30:00.000Z',
      files: [{ id: 'f1' }],
    });
  });

  it('says that a default was cleared, or the server would fill it in again', () => {
    const some = [field('day', 'date', { default: '@today' })];
    expect(startingWith(some, here)).toEqual({ day: '2026-03-05' });
    expect(toPayload(some, { day: '' }, here.zone)).toEqual({ day: null });
  });

  it('comes back to the same inputs from the stored record', () => {
    const some = [
      field('rate', 'percent'),
      field('at', 'datetime'),
      field('who', 'member', { options: { multiple: true } }),
    ];
    const shown = { rate: '12.5', at: '2026-03-05T09:30', who: ['chen'] };
    expect(fromStored(some, toPayload(some, shown, here.zone), here)).toEqual(shown);
  });
});

describe('what is checked', () => {
  it('passes a quote that is complete', () => expect(checkAll(fields, typed)).toEqual({}));

  it('names every missing field, and the cells of rows that were begun', () => {
    const found = checkAll(fields, { lines: [{ key: 'r1', cells: { product: '6205', quantity: '0' } }] });
    expect(Object.entries(found).map(([path, { code }]) => [path, code])).toEqual([
      ['customer', 'required'],
      ['customer_type', 'required'],
      ['product_line', 'required'],
      ['lines/r1/quantity', 'min'],
      ['lines/r1/unit_price', 'required'],
      ['lines/r1/list_price', 'required'],
      ['valid_until', 'required'],
    ]);
  });

  it('asks for a row where the form needs one', () => {
    expect(checkAll(fields, { ...typed, lines: [] })).toEqual({ lines: { code: 'rows', limit: '1' } });
  });

  it('refuses digits that an amount cannot have', () => {
    expect(checkAll([field('price', 'money', { options: { currency: 'JPY' } })], { price: '1.5' })).toEqual({
      price: { code: 'places', limit: '0' },
    });
  });
});

it("the server's faults come to their inputs, counted in the rows that it got", () => {
  const fault = (path: (string | number)[]) => ({ path, code: 'x', message: path.join('/') });
  expect(
    placeFaults(fields, typed, [
      fault(['values', 'customer']),
      fault(['values', 'lines', 1, 'unit_price']),
      fault(['values', 'attachment', 0]),
      fault(['form_id']),
    ]),
  ).toEqual({
    messages: {
      customer: 'values/customer',
      'lines/r3/unit_price': 'values/lines/1/unit_price',
      attachment: 'values/attachment/0',
    },
    rest: ['form_id'],
  });
});

it('a draft that is older than the form keeps what still fits', () => {
  const newer = [field('customer', 'text'), field('lines', 'text'), field('tags', 'choices')];
  expect(fitting(newer, { ...typed, tags: 'one' })).toEqual({ customer: '苏州精工' });
});

describe('detail lines', () => {
  it('of many columns get all of the width, those of a few leave room beside them', () => {
    expect(hasWideLines(fields)).toBe(true);
    const columns = [field('product', 'text'), field('count', 'number'), field('price', 'money')];
    expect(hasWideLines([field('lines', 'lines', { options: { columns } })])).toBe(false);
  });
});
