import { describe, expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';
import { copyOf } from '@/entities/field/editing/new-field';
import { addLines, renameChoice } from '@/entities/field/types/choice/choice-names';
import { plainSerial, serialExample, serialTemplate } from '@/entities/field/types/serial/template';
import type { Definition } from '@/entities/form/definition';
import { moveBy, moveTo, removeField } from '@/entities/form/editing/changes';
import { faultsOf } from '@/entities/form/editing/faults';
import { redo, startHistory, step, undo } from '@/lib/editing/history';
import { fromPercent, toPercent } from '@/lib/format/percent';

const field = (id: string): Field => ({ id, type: 'text', name: id });
const amount: Field = { id: 'amount', type: 'formula', name: 'Amount', options: { expression: 'price * 2' } };
const lines: Field = {
  id: 'lines',
  type: 'lines',
  name: 'Lines',
  options: { columns: [{ id: 'price', type: 'money', name: 'Price' }, amount] },
};
const form: Definition = { name: 'Form', fields: [field('a'), field('b'), lines], list: ['a'] };

describe('editing a form', () => {
  it('moves fields and columns, and stops at the edge', () => {
    expect(moveBy(form, { field: 'a' }, -1)).toBe(form);
    expect(moveTo(form, { field: 'a' }, 2).fields.map(({ id }) => id)).toEqual(['b', 'lines', 'a']);
    const moved = moveBy(form, { field: 'lines', column: 'amount' }, -1);
    expect(moved.fields[2]?.options?.columns?.map(({ id }) => id)).toEqual(['amount', 'price']);
  });

  it('takes a deleted field out of the list and the title of records', () => {
    expect(removeField({ ...form, title: '{a}' }, { field: 'a' })).toEqual({
      name: 'Form',
      fields: [field('b'), lines],
    });
  });

  it('copies lines with new ids, which the formulas of the columns follow', () => {
    const copy = copyOf(lines, (name) => `${name} 2`);
    const [price, computed] = copy.options?.columns ?? [];
    expect(copy.name).toBe('Lines 2');
    expect(price?.id).not.toBe('price');
    expect(computed?.options?.expression).toBe(`${price?.id ?? ''} * 2`);
  });

  it('undoes what was typed into one input as one step', () => {
    let history = startHistory(form);
    history = step(history, { ...form, name: 'F' }, 'name', 1000);
    history = step(history, { ...form, name: 'Fo' }, 'name', 1500);
    history = step(history, { ...form, name: 'For' }, 'name', 9000);
    expect(undo(history).now.name).toBe('Fo');
    expect(undo(undo(history)).now).toBe(form);
    expect(redo(undo(history)).now.name).toBe('For');
  });

  it('puts the faults of the server at the field, wherever it has moved since', () => {
    const path = '/fields/2/options/columns/1/options/expression';
    expect(faultsOf(form, [{ path, message: 'wrong' }])).toEqual([
      { place: { field: 'lines', column: 'amount' }, setting: 'options/expression', message: 'wrong' },
    ]);
    expect(faultsOf(form, [{ path: '/title', message: 'wrong' }])).toEqual([
      { setting: 'title', message: 'wrong' },
    ]);
  });

  it('keeps the stored value of a choice that records may hold', () => {
    const choice = { value: '甲' };
    expect(renameChoice(choice, 'zh-CN', '乙', 'zh-CN', false)).toEqual({ value: '乙' });
    expect(renameChoice(choice, 'zh-CN', '乙', 'zh-CN', true)).toEqual({ value: '甲', name: '乙' });
  });

  it('adds the lines of a spreadsheet, without those that are there', () => {
    expect(addLines([{ value: 'x' }], ' y \nx\n\nz', 3)).toEqual([
      { value: 'x' },
      { value: 'y' },
      { value: 'z' },
    ]);
  });

  it('shows percentages exactly', () => {
    expect(fromPercent('12.05')).toBe('0.1205');
    expect(toPercent('0.000000000001')).toBe('0.0000000001');
    expect(toPercent('abc')).toBe('abc');
  });

  it('knows the usual shapes of a serial number, and leaves others as text', () => {
    const template = 'BJ-{yyyy}{mm}-{0000}';
    expect(plainSerial(template)).toEqual({ prefix: 'BJ', fields: [], date: '{yyyy}{mm}', digits: 4 });
    expect(serialTemplate({ prefix: '', fields: [], date: '', digits: 3 })).toBe('{000}');
    expect(plainSerial('{yy}/{000}')).toBeNull();
    expect(serialExample(template, new Date(2026, 10, 3))).toBe('BJ-202611-0001');
  });
});
