/** What a chosen record brings along: from where, to where, and what formulas make of it. */
import { describe, expect, it } from 'vitest';

import type { Field, FieldOptions } from '@/entities/field/definition';

import { compute } from '../compute';
import { evaluationOrder } from '../evaluation-order';
import { fromStored, type Row, type Typed } from '../input-state';

import { placesOf, pulledAt, pullsOf } from './places';

const here = { zone: 'Asia/Shanghai', today: '2026-11-22', memberId: 'li' };
const CNY = { currency: 'CNY' };

const field = (id: string, type: Field['type'], options: FieldOptions = {}): Field => ({
  id,
  type,
  name: id,
  options,
});
const lookup = (id: string, link: string, source: Field, mode: 'live' | 'frozen' = 'frozen'): Field =>
  field(id, 'lookup', {
    link,
    from: source.id,
    mode,
    source: { type: source.type, ...(source.options ? { options: source.options } : {}) },
  });

const fields: Field[] = [
  field('customer', 'text'),
  lookup('discount', 'customer', field('discount', 'percent'), 'live'),
  field('lines', 'lines', {
    columns: [
      field('product', 'text'),
      field('quantity', 'number'),
      lookup('price', 'product', field('price', 'money', CNY)),
      lookup('rate', 'customer', field('discount', 'percent')),
      field('amount', 'formula', { expression: 'quantity * price', result: 'money', ...CNY }),
    ],
  }),
  field('total', 'formula', {
    expression: 'SUM(lines.amount) * (1 - discount)',
    result: 'money',
    ...CNY,
  }),
];
const typed: Typed = {
  customer: 'c1',
  lines: [
    { key: 'r1', cells: { product: 'p1', quantity: '10' } },
    { key: 'r2', cells: { product: 'p2', quantity: '2' } },
  ],
};
const SAYS: Record<string, Record<string, unknown>> = {
  'customer c1': { discount: '0.1', 'lines.rate': '0.1' },
  'lines.product p1': { 'lines.price': '45.50' },
  'lines.product p2': { 'lines.price': '8.00' },
};
const answer = (linkPath: string, id: string) => SAYS[`${linkPath} ${id}`];

describe('what is pulled through', () => {
  it('goes through a link of the row, else through one of the record', () => {
    expect(pullsOf(fields).map(({ path, linkPath }) => [path, linkPath])).toEqual([
      ['discount', 'customer'],
      ['lines.price', 'lines.product'],
      ['lines.rate', 'customer'],
    ]);
  });

  it('is reckoned with as the server does', () => {
    const pulled = pulledAt(placesOf(pullsOf(fields), typed), here, false, answer);
    const computed = compute(fields, evaluationOrder(fields), typed, here.today, pulled);
    expect(computed.rows).toEqual({
      r1: { price: '45.50', rate: '0.1', amount: '455' },
      r2: { price: '8.00', rate: '0.1', amount: '16' },
    });
    expect(computed.fields).toEqual({ discount: '0.1', total: '423.9' });
  });

  it('makes nothing of half an answer', () => {
    const pulled = pulledAt(placesOf(pullsOf(fields), typed), here, false, (linkPath, id) =>
      id === 'p2' ? undefined : answer(linkPath, id),
    );
    const computed = compute(fields, evaluationOrder(fields), typed, here.today, pulled);
    expect(computed.rows.r1?.amount).toBe('455');
    expect(computed.rows.r2?.amount).toBeUndefined();
    expect(computed.fields.total).toBeUndefined();
  });

  it('is a blank where nothing is chosen or the record says nothing', () => {
    const blank: Typed = { lines: [{ key: 'r1', cells: { product: 'gone', quantity: '3' } }] };
    const pulled = pulledAt(placesOf(pullsOf(fields), blank), here, false, () => ({}));
    expect(compute(fields, evaluationOrder(fields), blank, here.today, pulled).rows.r1).toEqual({
      price: undefined,
      amount: '0',
    });
  });
});

describe('what is stored', () => {
  const values = {
    customer: 'c1',
    discount: '0.2',
    lines: [{ product: 'p1', quantity: '10', price: '40.00', rate: '0.2', amount: '400.00' }],
  };
  const start = fromStored(fields, values, here);
  const held = { typed: start, values };
  const [row] = start.lines as [Row];

  const pricesOf = (changed: Typed, refreshed = false) => {
    const pulled = pulledAt(placesOf(pullsOf(fields), changed, held), here, refreshed, answer);
    return Object.values(pulled.rows).map((each) => each.price?.shown);
  };

  it('stays while the link is what it was, wherever the row stands', () => {
    const added: Typed = { ...start, lines: [{ key: 'n', cells: { product: 'p2' } }, row] };
    expect(pricesOf(added)).toEqual(['8.00', '40.00']);
  });

  it('gives way to what another record says', () => {
    expect(pricesOf({ ...start, lines: [{ ...row, cells: { ...row.cells, product: 'p2' } }] })).toEqual([
      '8.00',
    ]);
  });

  it('is copied anew when that is asked for', () => {
    expect(pricesOf(start, true)).toEqual(['45.50']);
    const pulled = pulledAt(placesOf(pullsOf(fields), start, held), here, true, answer);
    expect(pulled.fields.discount?.shown).toBe('0.1');
  });
});
