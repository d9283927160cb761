import { describe, expect, it } from 'vitest';

import type { Field } from '../definition';

import { NO_PEOPLE } from './read-people';
import { readRecords, recordKey, type NamedRecord } from './read-records';

const one: Field = { id: 'customer', type: 'link', name: '客户', options: { forms: ['f'] } };
const several: Field = { ...one, options: { forms: ['f'], multiple: true } };
const record = (id: string, title: string, serial = ''): NamedRecord => ({ id, title, serial });
const east = record('e', '华东阀门', 'KH-001');
const found: Record<string, NamedRecord[]> = {
  华东阀门: [east, record('e2', '华东阀门（苏州）')],
  'kh-001': [east],
  恒力: [record('h1', '恒力'), record('h2', '恒力')],
  海天: [record('t', '海天塑机')],
  '华东阀门、海天塑机': [],
  海天塑机: [record('t', '海天塑机')],
};
const people = {
  ...NO_PEOPLE,
  records: new Map(Object.entries(found).map(([text, all]) => [recordKey('customer', text), all])),
};

describe('a pasted title', () => {
  it.each([
    ['that is one record’s', '华东阀门', 'e'],
    ['in any case and width, with spaces around', ' ＫＨ-001 ', 'e'],
  ])('%s is that record', (_what, text, id) => expect(readRecords(one, text, people)).toBe(id));

  it.each([
    ['several records bear', '恒力', 'recordSeveral'],
    ['is only a part of', '海天', 'record'],
    ['nobody could ask for', '宁波', 'lookup'],
  ])('that %s stays in sight', (_what, text, why) =>
    expect(readRecords(one, text, people)).toEqual({ raw: text, why, part: text, known: [] }),
  );

  it('may name several, of which those that are known stay', () => {
    expect(readRecords(several, '华东阀门、海天塑机', people)).toEqual(['e', 't']);
    expect(readRecords(several, '华东阀门、恒力', people)).toMatchObject({ part: '恒力', known: ['e'] });
  });

  it('means the records of its own column', () =>
    expect(readRecords({ ...one, id: 'supplier' }, '华东阀门', people)).toMatchObject({ why: 'lookup' }));
});
