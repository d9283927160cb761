import { describe, expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';
import type { Definition } from '@/entities/form/definition';

import { merge } from './merge';

const field = (id: string, name = id): Field => ({ id, type: 'text', name });
const form = (...fields: Field[]): Definition => ({ name: 'Form', fields });
const base = form(field('a'), field('b'), field('c'));
const ids = ({ fields }: Definition) => fields.map(({ id }) => id).join('');

describe('merge', () => {
  it('keeps what only one side touched, of both sides', () => {
    const mine = form(field('a', 'mine'), field('b'), field('c'));
    const theirs = form(field('a'), field('b'), field('c', 'theirs'), field('d'));
    const { definition, clashes } = merge(base, mine, theirs);
    expect(definition.fields.map(({ name }) => name)).toEqual(['mine', 'b', 'theirs', 'd']);
    expect(clashes).toEqual([]);
  });

  it('keeps both new fields, each behind its neighbour', () => {
    const mine = form(field('a'), field('x'), field('b'), field('c'));
    const theirs = form(field('a'), field('b'), field('c'), field('y'));
    expect(ids(merge(base, mine, theirs).definition)).toBe('axbcy');
  });

  it('deletes what one side deleted and the other left alone', () => {
    const { definition, clashes } = merge(base, form(field('a'), field('c')), base);
    expect(ids(definition)).toBe('ac');
    expect(clashes).toEqual([]);
  });

  it('names a field that one side changed and the other deleted, and lets somebody choose', () => {
    const mine = form(field('a'), field('c'));
    const theirs = form(field('a'), field('b', 'theirs'), field('c'));
    expect(merge(base, mine, theirs).clashes).toEqual([
      { key: 'b', mine: undefined, theirs: field('b', 'theirs') },
    ]);
    expect(ids(merge(base, mine, theirs).definition)).toBe('ac');
    expect(ids(merge(base, mine, theirs, { b: 'theirs' }).definition)).toBe('abc');
  });

  it('takes the order of the side that moved something', () => {
    const moved = form(field('c'), field('a'), field('b'));
    expect(ids(merge(base, moved, base).definition)).toBe('cab');
    expect(ids(merge(base, base, moved).definition)).toBe('cab');
  });

  it('asks whose name of the form it shall be when both changed it', () => {
    const mine = { ...base, name: 'Mine' };
    const theirs = { ...base, name: 'Theirs', title: 'T' };
    const merged = merge(base, mine, theirs, { '@name': 'theirs' });
    expect(merged.clashes).toEqual([{ key: '@name', part: 'name' }]);
    expect(merged.definition).toMatchObject({ name: 'Theirs', title: 'T' });
  });
});
