import { describe, expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';

import type { Definition } from '../definition';
import type { Part } from '../layout/blocks';

import * as layout from './layout-changes';

const field = (id: string): Field => ({ id, type: 'text', name: id });
const part = (kind: Part['kind'], id: string, ...fields: string[]): Part =>
  kind === 'text' ? { id, kind } : { id, kind, fields };
/** a, then a section of b and c, a text, and a tab of d. */
const form: Definition = {
  name: 'Form',
  fields: ['a', 'b', 'c', 'd'].map(field),
  layout: { parts: [part('section', 's', 'b', 'c'), part('text', 't'), part('tab', 'u', 'd')] },
};
const told = ({ fields, layout: own }: Definition) =>
  [
    fields.map(({ id }) => id).join(''),
    ...(own?.parts ?? []).map(({ id, fields: ids = [] }) => `${id}:${ids.join('')}`),
  ].join(' ');

describe('the layout in the designer', () => {
  it('moves a field between parts, and the order of the fields follows', () => {
    expect(told(layout.placeAt(form, 'd', { part: 's', index: 0 }))).toBe('adbc s:dbc t: u:');
    expect(told(layout.placeAt(form, 'b', { part: null, index: 0 }))).toBe('bacd s:c t: u:d');
    expect(told(layout.placeAt(form, 'b', { part: 's', index: 2 }))).toBe('acbd s:cb t: u:d');
  });

  it('leaves a field where it is dropped on its own place', () => {
    expect(layout.placeAt(form, 'b', { part: 's', index: 0 })).toBe(form);
    expect(layout.placeAt(form, 'b', { part: 's', index: 1 })).toBe(form);
  });

  it('steps from the edge of a part into the next one that holds fields', () => {
    expect(told(layout.stepField(form, 'b', 1))).toBe('acbd s:cb t: u:d');
    expect(told(layout.stepField(form, 'c', 1))).toBe('abcd s:b t: u:cd');
    expect(told(layout.stepField(form, 'd', -1))).toBe('abcd s:bcd t: u:');
    expect(told(layout.stepField(form, 'b', -1))).toBe('abcd s:c t: u:d');
    expect(layout.stepField(form, 'a', -1)).toBe(form);
    expect(layout.stepField(form, 'd', 1)).toBe(form);
  });

  it('keeps the fields of a part that is deleted', () => {
    expect(told(layout.removePart(form, 's'))).toBe('abcd t: u:d');
    expect(told(layout.removePart(form, 'u'))).toBe('abcd s:bcd t:');
    expect(layout.removePart(form, 's').layout?.parts.map(({ id }) => id)).toEqual(['t', 'u']);
  });

  it('has no layout without parts', () => {
    const only = { ...form, layout: { parts: [part('section', 's', 'b')] } };
    expect('layout' in layout.removePart(only, 's')).toBe(false);
  });

  it('moves parts with their fields, and stops at the edge', () => {
    expect(told(layout.movePart(form, 'u', 0))).toBe('adbc u:d s:bc t:');
    expect(layout.movePart(form, 's', -1)).toBe(form);
    expect(layout.movePart(form, 'u', 3)).toBe(form);
  });

  it('adds to the part above where a text is chosen', () => {
    expect(layout.endOf(form, 't')).toEqual({ part: 's', index: 2 });
    expect(layout.endOf(form, null)).toEqual({ part: null, index: 1 });
    expect(told(layout.insertAt(form, field('x'), { part: 'u', index: 1 }))).toBe('abcdx s:bc t: u:dx');
  });

  it('forgets fields that are gone', () => {
    expect(told(layout.tidied({ ...form, fields: ['a', 'd'].map(field) }))).toBe('ad s: t: u:d');
  });
});
