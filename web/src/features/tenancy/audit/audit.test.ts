import { expect, it } from 'vitest';

import words from '../locales/zh-CN.json';

import { ACTIONS, isAction } from './actions';
import { changesOf, comeAndGone, fieldChanges, isOmitted, stateWord } from './changes';
import { bounds } from './period';

const ZONE = 'Asia/Shanghai';
const NOW = Date.parse('2026-11-24T17:30:00Z'); // In Shanghai the 25th has begun.
const own = (from: string, to: string) => bounds({ period: 'own', from, to }, ZONE, NOW);

it('offers exactly the actions that have words', () => {
  const spelt = Object.fromEntries(
    Object.entries(words.actions).map(([kind, each]) => [kind, Object.keys(each)]),
  );
  expect(spelt).toEqual(ACTIONS);
  expect([isAction('form.published'), isAction('form.flown')]).toEqual([true, false]);
});

it('tells both sides of what changed, by what a person calls it', () => {
  const found = changesOf({
    action: 'member.changed',
    before: { name: '王', department_id: 'd1' },
    after: { name: '汪', department_id: 'd2' },
  });
  expect(found).toEqual([
    { property: 'member_name', nature: 'text', before: '王', after: '汪' },
    { property: 'department_id', nature: 'department', before: 'd1', after: 'd2' },
  ]);
});

it('does not repeat the sentence of what was made, and leaves out what is blank', () => {
  const after = { name: '财务部', parent_id: 'd0', head_id: '' };
  expect(changesOf({ action: 'department.created', before: null, after })).toEqual([
    { property: 'parent_id', nature: 'department', after: 'd0' },
  ]);
  expect(changesOf({ action: 'webhook.delivery_resent', before: null, after: { delivery_id: 'x' } })).toEqual(
    [],
  );
});

it('names what it does not know once', () => {
  const found = changesOf({
    action: 'form.published',
    before: { colour: 1, sound: 1 },
    after: { colour: 2, sound: 2 },
  });
  expect(found.map(({ property }) => property)).toEqual(['other']);
});

it('says that something was too long to be kept', () => {
  const entry = { action: 'form.published', before: { name: 'A' }, after: { omitted_characters: 90_000 } };
  expect(isOmitted(entry)).toBe(true);
  expect(isOmitted({ before: null, after: { name: 'A' } })).toBe(false);
});

it('tells lists by what came and what went', () => {
  expect(comeAndGone(['a', 'b'], ['b', 'c'])).toEqual({ added: ['c'], removed: ['a'] });
  expect(comeAndGone(undefined, ['a'])).toEqual({ added: ['a'], removed: [] });
});

it('tells the fields of a form by what became of them', () => {
  const before = [
    { id: 'a', name: '客户' },
    { id: 'b', name: '金额' },
  ];
  const after = [
    { id: 'a', name: '客户', required: true },
    { id: 'c', name: '备注' },
  ];
  expect(fieldChanges(before, after)).toEqual({ added: ['备注'], removed: ['金额'], edited: ['客户'] });
});

it('has a word for every state of every thing', () => {
  expect([stateWord('active', false), stateWord('off', ''), stateWord('state', 'active')]).toEqual([
    'inactive',
    'on',
    'opened',
  ]);
  expect(stateWord('status', 'unheard of')).toBeUndefined();
});

it('counts days by the calendar of the company', () => {
  expect(bounds({ period: 'today', from: '', to: '' }, ZONE, NOW)).toEqual({
    since: '2026-11-24T16:00:00.000Z',
  });
  expect(bounds({ period: 'week', from: '', to: '' }, ZONE, NOW)).toEqual({
    since: '2026-11-18T16:00:00.000Z',
  });
});

it('includes both days of a chosen period, and leaves open what was not chosen', () => {
  expect(own('2026-11-05', '2026-11-06')).toEqual({
    since: '2026-11-04T16:00:00.000Z',
    until: '2026-11-06T16:00:00.000Z',
  });
  expect(own('', '2026-11-06')).toEqual({ until: '2026-11-06T16:00:00.000Z' });
  expect(own('nonsense', '')).toEqual({});
  expect(bounds({ period: 'all', from: '2026-11-05', to: '' }, ZONE, NOW)).toEqual({});
});
