import { describe, expect, it } from 'vitest';

import { checkAll } from '@/entities/entry/check';
import type { Filling } from '@/entities/entry/filling';
import { fitting, fromStored, type Row } from '@/entities/entry/input-state';
import { startingLinked } from '@/entities/entry/starting-linked';
import { toPayload } from '@/entities/entry/to-payload';

import type { Field } from '../../definition';
import { copyOf } from '../../editing/new-field';
import { withChosenKeys } from '../../keys';
import { columnsOf } from '../../registry';

import { withForms } from './options';
import { sourceOf } from './use-source';

const here = { zone: 'Asia/Shanghai', today: '2026-12-01', memberId: 'me' };
const make = (id: string, options: Field['options'], type: Field['type'] = 'link'): Field => ({
  id,
  type,
  name: id,
  options: options ?? {},
});
const customer = make('customer', { forms: ['customers'] });
const tags = make('tags', { forms: ['tags'], multiple: true });
const product = make('product', { forms: ['products'] });
const lines = make('lines', { columns: [product] }, 'lines');
const contact = make('contact', {
  forms: ['contacts'],
  columns: ['phone'] as never,
  filter: { all: [{ field: 'customer', op: 'eq', value: { field: 'customer' } }] },
});
const fields = [customer, tags, lines, contact];

describe('a linked record', () => {
  it('is sent as it was stored, one that may not be read included', () => {
    const stored = { customer: 'hidden:abc', tags: ['t1', 'hidden:def'], lines: [{ product: 'p1' }] };
    expect(toPayload(fields, fromStored(fields, stored, here), here.zone)).toEqual(stored);
  });

  it('of a draft stays only while the field still holds one, or several', () => {
    const draft = { customer: 'c', tags: ['t'] };
    expect(fitting(fields, draft)).toMatchObject(draft);
    const swapped = [make('customer', { multiple: true }), make('tags', {})];
    expect(fitting(swapped, draft)).toEqual({});
  });

  it('may be fifty of them', () => {
    const many = (count: number) => ({ tags: Array.from({ length: count }, (_, at) => `t${at}`) });
    expect(checkAll([tags], many(50))).toEqual({});
    expect(checkAll([tags], many(51))).toEqual({ tags: { code: 'more', limit: '50' } });
  });

  it('shows columns of another form, which are no columns of its own', () => {
    expect(columnsOf(contact)).toEqual([]);
    expect(withChosenKeys([contact])).toEqual([contact]);
    expect(copyOf(contact, (name) => name).options?.columns).toEqual(['phone']);
  });
});

describe('what is offered', () => {
  const filling = (values: Record<string, unknown>): Filling => ({
    formId: 'orders',
    fields,
    valuesAt: () => values,
  });

  it('depends on the values that the filter names, and on no others', () => {
    const source = sourceOf(filling({ customer: 'c1', tags: ['t1'] }), contact, 'contact', 'contact');
    expect(source.key).toEqual(['candidates', 'orders', 'contact', '{"customer":"c1"}']);
    expect(source.lacks).toEqual([]);
  });

  it('says which field has to be filled in first', () => {
    const source = sourceOf(filling({ tags: ['t1'] }), contact, 'contact', 'contact');
    expect(source.lacks).toEqual([customer]);
    expect(source.key).toEqual(['candidates', 'orders', 'contact', '']);
  });

  it('is every record where a form is only tried: the server does not know its links', () => {
    expect(sourceOf(null, contact, 'contact', 'contact')).toMatchObject({
      key: ['list'],
      forms: ['contacts'],
    });
  });

  it('loses columns and filter with another form', () => {
    const before = contact.options ?? {};
    expect(withForms(before, ['contacts'])).toEqual(before);
    expect(withForms(before, ['contacts', 'leads'])).toEqual({ forms: ['contacts', 'leads'] });
    expect(withForms(before, ['leads'])).toEqual({ forms: ['leads'] });
  });
});

describe('a record that is opened from another one', () => {
  it('begins with the link to it', () => {
    const start = (path: string) => startingLinked(fields, here, { path, recordId: 'r' });
    expect(start('customer')).toEqual({ customer: 'r', lines: [] });
    expect(start('tags')).toEqual({ tags: ['r'], lines: [] });
    const rows = start('lines.product').lines as Row[];
    expect(rows.map(({ cells }) => cells)).toEqual([{ product: 'r' }]);
  });

  it('begins as usual where the form has no such link', () => {
    const text = make('note', {}, 'text');
    for (const path of ['note', 'gone', 'lines.gone', 'note.x'])
      expect(startingLinked([text, lines], here, { path, recordId: 'r' })).toEqual({ lines: [] });
  });
});
