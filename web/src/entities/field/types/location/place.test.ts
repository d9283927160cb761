import { expect, it } from 'vitest';

import { checkCell } from '@/entities/entry/check';
import { cellToPayload } from '@/entities/entry/to-payload';

import type { Field } from '../../definition';
import { readCell } from '../../parse/read-cell';

const field: Field = { id: 'f', type: 'location', name: 'F' };
const context = {
  zone: 'UTC',
  today: '',
  order: 'mdy' as const,
  sure: true,
  people: { members: new Map(), departments: [], records: new Map() },
};
const read = (text: string) => readCell(field, text, context)?.cell ?? '';

it.each(['31.230416,121.473701', '(31.230416, 121.473701)', '31.230416 121.473701'])(
  '%s is a place',
  (text) => {
    expect(checkCell(field, read(text))).toBeNull();
    expect(cellToPayload(field, read(text), '')).toEqual({ lat: '31.230416', lng: '121.473701' });
  },
);

it.each([
  ['外滩', 'location'],
  ['91,0', 'max'],
  ['0,-181', 'min'],
  ['1.1234567,1', 'places'],
])('%s is none', (text, code) => expect(checkCell(field, read(text))?.code).toBe(code));
