import { expect, it } from 'vitest';

import { isGiven, kindOf, levelOf, newGroup, withAction, withLevel, withReveal, type Group } from './model';

const group: Group = { id: 'g', audience: 'everyone', rows: 'department' };

it('tells rows by name, by member fields, through a link and by condition apart', () => {
  const rows = ['all', { members: ['sales'] }, { through: 'customer' }, { all: [] }] as const;
  expect(rows.map((each) => kindOf(each as Group['rows']))).toEqual([
    'all',
    'members',
    'through',
    'condition',
  ]);
});

it('stores of fields only what differs from the rest', () => {
  const hidden = withLevel(group, ['cost', 'name'], 'hidden');
  expect(hidden.fields).toEqual({ cost: 'hidden', name: 'hidden' });
  const back = withLevel(hidden, ['cost', 'name'], 'read');
  expect('fields' in back).toBe(false);
  expect([levelOf(hidden, 'cost'), levelOf(hidden, 'other')]).toEqual(['hidden', 'read']);
});

it('lets only a masked field be shown whole', () => {
  const masked = withReveal(withLevel(group, ['phone'], 'masked'), 'phone', true);
  expect(masked.reveal).toEqual(['phone']);
  expect(withLevel(masked, ['phone'], 'hidden').reveal).toBeUndefined();
});

it('takes editing of fields away with editing of records, and keeps what is hidden', () => {
  const edits = withAction(group, 'edit', true);
  const mixed = withLevel(withLevel(edits, ['cost'], 'hidden'), ['name'], 'read');
  const reads = withAction(mixed, 'edit', false);
  expect(reads.fields).toEqual({ cost: 'hidden' });
  expect(reads.actions).toBeUndefined();
});

it('is given by who holds as much', () => {
  const [reader, nobody] = [
    { read_all: true, edit_all: false },
    { read_all: false, edit_all: false },
  ];
  expect([isGiven(group, reader), isGiven(group, nobody)]).toEqual([true, false]);
  expect(isGiven(withAction(group, 'delete', true), reader)).toBe(false);
  expect(isGiven(newGroup('g', 'own'), reader)).toBe(true);
});
