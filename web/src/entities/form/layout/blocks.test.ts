import { describe, expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';

import { blocksOf, groupsOf, type Block, type Layout, type Part } from './blocks';

const fields = ['a', 'b', 'c', 'd'].map((id): Field => ({ id, type: 'text', name: id }));
const part = (kind: Part['kind'], id: string, ...own: string[]): Part => ({ id, kind, fields: own });
const of = (...parts: Part[]): Layout => ({ parts });
const ids = (list: Field[]) => list.map(({ id }) => id).join('');
const told = (block: Block): string => {
  if (block.kind === 'words') return `words ${block.part.id}`;
  if (block.kind === 'tabs') return `tabs ${block.tabs.map((tab) => ids(tab.fields)).join('|')}`;
  return `${block.kind} ${ids(block.fields)}`;
};

describe('the layout of a form', () => {
  it('of a form without one is its fields in their order', () => {
    expect(blocksOf(undefined, fields).map(told)).toEqual(['fields abcd']);
  });

  it('shows first what no part names, and the fields of a part in the order of the part', () => {
    expect(blocksOf(of(part('section', 'p', 'c', 'b')), fields).map(told)).toEqual([
      'fields ad',
      'section cb',
    ]);
  });

  it('puts tabs that follow each other into one bar', () => {
    const layout = of(
      part('tab', 'p', 'a'),
      part('tab', 'q', 'b'),
      part('section', 'r', 'c'),
      part('tab', 's', 'd'),
    );
    expect(blocksOf(layout, fields).map(told)).toEqual(['tabs a|b', 'section c', 'tabs d']);
  });

  it('leaves nothing of a part whose fields are all hidden, and keeps what is said between the fields', () => {
    const layout = of(
      part('tab', 'p', 'a'),
      part('tab', 'q', 'gone'),
      part('text', 't'),
      part('section', 'r', 'b'),
    );
    const shown = fields.filter(({ id }) => id !== 'b' && id !== 'c' && id !== 'd');
    expect(blocksOf(layout, shown).map(told)).toEqual(['tabs a', 'words t']);
  });

  it('shows a field once, where it is named first', () => {
    const [, first, second] = groupsOf(of(part('section', 'p', 'a'), part('section', 'q', 'a', 'b')), fields);
    expect([first, second].map((group) => ids(group?.fields ?? []))).toEqual(['a', 'b']);
  });
});
