/** A record that is older than its form, in the inputs; and what is stored of a formula's result. */
import { describe, expect, it } from 'vitest';

import { choiceName } from '@/entities/field/choices';
import { type Field, type FieldOptions } from '@/entities/field/definition';
import { definitionOf } from '@/entities/form/definition';

import shared from '../../../../tests/contracts/formula_cases.json';

import { checkAll } from './check';
import { compute } from './compute';
import { evaluationOrder } from './evaluation-order';
import { fromStored, type Row, type Typed } from './input-state';
import { toPayload } from './to-payload';

const here = { zone: 'Asia/Shanghai', today: '2026-03-05', memberId: 'chen' };

function field(
  id: string,
  type: Field['type'],
  options: FieldOptions = {},
  more: Partial<Field> = {},
): Field {
  return { id, type, name: id, options, ...more };
}

describe('a result is stored with the places of its field', () => {
  const cases = shared.stored.map(
    (each) => [`${each.expression} ${JSON.stringify(each.options)}`, each] as const,
  );
  it.each(cases)('%s', (_, { expression, options, number }) => {
    const fields = [field('f', 'formula', { ...(options as FieldOptions), expression })];
    expect(compute(fields, evaluationOrder(fields), {}, here.today).fields.f).toBe(number);
  });
});

describe('what may be typed', () => {
  const codes = (fields: Field[], typed: Typed) =>
    Object.fromEntries(
      Object.entries(checkAll(fields, typed)).map(([path, { code, limit }]) => [path, [code, limit]]),
    );

  it('has the places of the field: of a percentage those before its sign', () => {
    const fields = [
      field('price', 'money', { currency: 'CNY', decimals: 4 }),
      field('sum', 'money', { currency: 'CNY' }),
      field('rate', 'percent', { decimals: 1 }),
      field('usual', 'percent'),
    ];
    expect(codes(fields, { price: '45.8755', sum: '1.25', rate: '10.5', usual: '10.25' })).toEqual({});
    expect(codes(fields, { price: '45.87555', sum: '1.255', rate: '10.55', usual: '10.255' })).toEqual({
      price: ['places', '4'],
      sum: ['places', '2'],
      rate: ['places', '1'],
      usual: ['places', '2'],
    });
  });
});

describe('a record that is being changed', () => {
  const fields = [
    field('amount', 'number', { max: '10' }),
    field('note', 'text', { min_length: 5 }, { required: true }),
    field('lines', 'lines', {
      min_rows: 3,
      columns: [field('n', 'number', { max: '10' }), field('m', 'number')],
    }),
  ];
  const stored = {
    amount: '11',
    note: 'abc',
    lines: [
      { n: '11', gone: 'x' },
      { n: '12', m: '1' },
    ],
  };
  const start = fromStored(fields, stored, here);
  const rows = start.lines as Row[];
  const changed = (index: number, cells: Record<string, string>): Typed => ({
    ...start,
    lines: rows.map((row, at) => (at === index ? { ...row, cells: { ...row.cells, ...cells } } : row)),
  });

  it('keeps what it holds, and must be right where it is changed', () => {
    expect(checkAll(fields, start, start)).toEqual({});
    expect(Object.keys(checkAll(fields, start))).toHaveLength(5);
    expect(checkAll(fields, changed(0, { m: '5' }), start)).toEqual({});
    const [first] = rows;
    expect(Object.keys(checkAll(fields, changed(0, { n: '13' }), start))).toEqual([`lines/${first?.key}/n`]);
    expect(Object.keys(checkAll(fields, { ...start, lines: rows.slice(1) }, start))).toEqual(['lines']);
    expect(checkAll(fields, { ...start, note: '' }, start).note?.code).toBe('required');
    const fresh = { key: 'new', cells: { n: '11' } };
    expect(Object.keys(checkAll(fields, { ...start, lines: [...rows, fresh] }, start))).toEqual([
      'lines/new/n',
    ]);
  });

  it('sends what its rows hold for removed columns, so that each stays with its row', () => {
    const moved = { ...start, lines: [{ key: 'new', cells: { n: '1' } }, ...rows.toReversed()] };
    expect(toPayload(fields, moved, here.zone).lines).toEqual([
      { n: '1' },
      { n: '12', m: '1' },
      { n: '11', gone: 'x' },
    ]);
  });
});

describe('the names of removed choices', () => {
  const kind = (values: string[]) =>
    field('kind', 'choice', { choices: values.map((value) => ({ value, name: `${value} 类` })) });
  const form = {
    definition: { name: 'f', fields: [kind(['B']), field('lines', 'lines', { columns: [kind(['C'])] })] },
    retired_choices: { kind: [{ value: 'A', name: 'A 类' }], 'lines.kind': [{ value: 'D', name: 'D 类' }] },
  };
  const named = (answered: (typeof form)['definition'], value: string) =>
    definitionOf(answered as never, form as never).fields.map((each) =>
      choiceName(each.options?.columns?.[0] ?? each, value, 'zh-CN'),
    );

  it('are known in every version', () => {
    expect(named(form.definition, 'A')).toEqual(['A 类', 'A']);
    expect(named(form.definition, 'D')).toEqual(['D', 'D 类']);
    const older = { name: 'f', fields: [kind(['A']), field('lines', 'lines', { columns: [kind(['D'])] })] };
    expect(named(older, 'B')).toEqual(['B 类', 'B']);
    expect(named(older, 'C')).toEqual(['C', 'C 类']);
  });
});
