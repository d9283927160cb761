/**
 * Adding a field type, a node or an approver rule is adding a folder. So the folders are complete, and nothing outside
 * of them asks for a type by its name.
 */
import { describe, expect, it } from 'vitest';

import { FIELD_TYPES } from '@/entities/field/definition';
import { PALETTE, designOf } from '@/entities/field/editing/designs';
import { inputsOf } from '@/entities/field/inputs';
import { fieldType } from '@/entities/field/registry';
import { nodesFor } from '@/features/flows-editor/nodes/registry';
import { RULES } from '@/features/flows-editor/rules/rule-types';

const sources = import.meta.glob<string>(['/src/**/*.{ts,tsx}', '!/src/**/*.test.{ts,tsx}'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const words = import.meta.glob<Record<string, unknown>>('/src/entities/field/types/*/locales/zh-CN.json', {
  eager: true,
  import: 'default',
});

const NODES = nodesFor({ last: true, nestable: true }).map(({ type }) => type);
const RULE_TYPES = RULES.map(({ type }) => type);

/** Files that ask which of `names` a type is: a comparison, or a case. */
function askers(names: readonly string[], within: string, allowed: RegExp): string[] {
  const asks = new RegExp(
    `\\btype\\b[^\\n]{0,12}[!=]== '(${names.join('|')})'|\\bcase '(${names.join('|')})'`,
  );
  return Object.entries(sources)
    .filter(([path, text]) => path.startsWith(within) && !allowed.test(path) && asks.test(text))
    .map(([path]) => path);
}

describe('a field type', () => {
  it.each(FIELD_TYPES)('%s has its values, its input, its design and its words', (type) => {
    const [input, design, own] = ['input.tsx', 'settings.tsx', 'locales/zh-CN.json'].map(
      (file) => `/src/entities/field/types/${type}/${file}`,
    );
    expect(fieldType(type).type).toBe(type);
    expect(inputsOf({ id: 'f', type, name: 'F' }).Input).toBeDefined();
    expect(designOf(type).icon).toBeDefined();
    expect(sources).toHaveProperty([input ?? '']);
    expect(sources).toHaveProperty([design ?? '']);
    expect(words[own ?? '']).toMatchObject({
      name: expect.any(String) as string,
      about: expect.any(String) as string,
    });
  });

  it('stands in the palette', () => {
    expect(PALETTE.flatMap(({ types }) => types).sort()).toEqual([...FIELD_TYPES].sort());
  });

  it('is asked for by its name only in its own folder', () => {
    // Kinds of conditions and rules bear the names of types; addresses of an earlier release are read as it wrote them.
    const allowed =
      /^\/src\/(entities\/(field\/types|condition)\/|testing\/|features\/(flows-editor\/rules\/|forms\/records\/old-filter))/;
    const names = FIELD_TYPES.filter((type) => !['member', 'department'].includes(type));
    expect(askers(names, '/src/', allowed)).toEqual([]);
  });

  it('finds every word that it says', () => {
    const missing = Object.entries(sources).flatMap(([path, text]) => {
      const [, type] = /^\/src\/entities\/field\/types\/(\w+)\//.exec(path) ?? [];
      const own = words[`/src/entities/field/types/${type ?? ''}/locales/zh-CN.json`];
      return [...text.matchAll(/\bwords\('([\w.]+)'/g)]
        .map(([, key = '']) => key)
        .filter((key) => own && key.split('.').reduce<unknown>(inside, own) === undefined)
        .map((key) => `${path}: ${key}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('a node and an approver rule', () => {
  it('are asked for by name only in their own folders', () => {
    const designer = '/src/features/flows-editor/';
    expect(askers(NODES, designer, /\/nodes\//)).toEqual([]);
    expect(askers(RULE_TYPES, `${designer}rules/`, /\/rules\/types\//)).toEqual([]);
  });
});

function inside(part: unknown, key: string): unknown {
  return (part as Record<string, unknown> | undefined)?.[key];
}
