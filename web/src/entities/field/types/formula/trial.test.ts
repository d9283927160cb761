import { expect, it } from 'vitest';

import { definitionOf, type Definition } from '@/entities/form/definition';

import type { Field } from '../../definition';

import { namesAt } from './formula-text';
import { faultPosition, isVolatile, tryOut, valueText } from './trial';

const fields: Field[] = [
  { id: 'f_0000000001', type: 'number', name: '数量' },
  { id: 'due', type: 'date', name: '到期日' },
  { id: 'age', type: 'formula', name: '逾期', options: { expression: 'TODAY() - due', result: 'number' } },
  {
    id: 'lines',
    type: 'lines',
    name: '明细',
    options: { columns: [{ id: 'amount', type: 'number', name: '金额' }] },
  },
];
const definition: Definition = { ...definitionOf({ name: 'F', fields: [] }), fields };
const place = { field: 'result' };
const names = namesAt(definition, place, 'zh-CN');
const result = (expression: string) => {
  const found = tryOut(expression, definition, place, names, '2026-10-01', []);
  return found?.result ? valueText(found.result.value) : null;
};

it('computes with sample values and names those that it took', () => {
  expect(result('f_0000000001 * 2')).toBe('200');
  expect(result('SUM(lines.amount)')).toBe('200');
  expect(tryOut('f_0000000001 + 1', definition, place, names, '2026-10-01', [])?.samples).toEqual([
    { name: '数量', value: '100' },
  ]);
});

it('says that it cannot be computed where it cannot, and nothing while it cannot be read', () => {
  expect(tryOut('1/(f_0000000001-100)', definition, place, names, '2026-10-01', [])?.result).toBeNull();
  expect(tryOut('1+', definition, place, names, '2026-10-01', [])).toBeNull();
});

it('finds the place of a fault in what the builder reads', () => {
  // Read as `[数量] + NOSUCH(1)`: five characters of the name and brackets are twelve of the stored id.
  expect(faultPosition('f_0000000001 + NOSUCH(1)', definition, place, names)).toBe(8);
  expect(faultPosition('f_0000000001 + due', definition, place, names)).toBe(0);
  expect(faultPosition('f_0000000001 & UPPER(1, 2)', definition, place, names)).toBe(8);
});

it('knows what changes from day to day, through other formulas too', () => {
  expect(isVolatile('TODAY() + 1', definition)).toBe(true);
  expect(isVolatile('age * 2', definition)).toBe(true);
  expect(isVolatile('f_0000000001 * 2', definition)).toBe(false);
});
