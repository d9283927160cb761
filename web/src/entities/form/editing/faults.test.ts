/** Which faults are shown: those whose cause still stands, and none of what is being typed. */
import { describe, expect, it } from 'vitest';

import type { Field, FieldType } from '@/entities/field/definition';

import type { Definition } from '../definition';

import { addColumn, removeField, replaceField } from './changes';
import { beside, faultsOf, standing } from './faults';

const field = (id: string, type: FieldType, more: Partial<Field> = {}): Field => ({
  id,
  type,
  name: id,
  ...more,
});
const sum = field('total', 'formula', { options: { expression: 'gone', result: 'number' } });
const about: Definition = {
  name: 'Form',
  title: '{x}',
  fields: [
    field('count', 'number', { options: { min: '-' } }),
    field('lines', 'lines', { options: { columns: [field('price', 'text')] } }),
    sum,
  ],
};
const faults = faultsOf(about, [
  { path: '/fields/0/options/min', message: 'min' },
  { path: '/fields/1/options/columns/0/options/mask', message: 'mask' },
  { path: '/fields/2/options/expression', message: 'expression' },
  { path: '/title', message: 'title' },
]);
const shown = (now: Definition) => standing(faults, about, now).map(({ message }) => message);

describe('a fault', () => {
  it('stands as long as nothing was changed', () => {
    expect(shown(about)).toEqual(['min', 'mask', 'expression', 'title']);
  });

  it('goes at once when its setting is changed, and only that one', () => {
    const now = replaceField(about, { field: 'count' }, field('count', 'number', { options: { min: '-1' } }));
    expect(shown(now)).toEqual(['mask', 'expression', 'title']);
    expect(shown({ ...about, title: 'x' })).toEqual(['min', 'mask', 'expression']);
  });

  it('stays when only the name of its field is changed', () => {
    expect(shown(replaceField(about, { field: 'total' }, { ...sum, name: 'Sum' }))).toContain('expression');
  });

  it('of a formula goes when a field comes that it may have lacked', () => {
    expect(shown({ ...about, fields: [...about.fields, field('gone', 'number')] })).not.toContain(
      'expression',
    );
    expect(shown(addColumn(about, 'lines', field('gone', 'number')))).not.toContain('expression');
  });

  it('goes with its field', () => {
    expect(shown(removeField(about, { field: 'count' }))).not.toContain('min');
  });

  it('waits while somebody types at its place', () => {
    expect(beside(faults, { field: 'count' }).map(({ message }) => message)).toEqual([
      'mask',
      'expression',
      'title',
    ]);
    expect(beside(faults, { field: 'lines', column: 'price' }).map(({ message }) => message)).not.toContain(
      'mask',
    );
    expect(beside(faults, null).map(({ message }) => message)).not.toContain('title');
  });
});

it('a column is added behind the one that is selected', () => {
  const two = addColumn(about, 'lines', field('last', 'text'));
  const three = addColumn(two, 'lines', field('middle', 'text'), 'price');
  expect(three.fields[1]?.options?.columns?.map(({ id }) => id)).toEqual(['price', 'middle', 'last']);
});
