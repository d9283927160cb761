/** Options by their value or their name in any language; several in one cell. */
import type { Cell } from '../cell';
import type { Field } from '../definition';

import { folded, partsOf } from './reading';

export function readChoice(field: Field, raw: string): Cell {
  const found = valuesOf(field, raw);
  if (found.length === 1) return found[0] ?? '';
  return { raw, why: found.length > 1 ? 'optionSeveral' : 'option', part: raw };
}

export function readChoices(field: Field, raw: string): Cell {
  const parts = partsOf(raw, (part) => valuesOf(field, part).length > 0);
  const known: string[] = [];
  let wrong: { part: string; several: boolean } | undefined;
  for (const part of parts) {
    const found = valuesOf(field, part);
    if (found.length === 1) known.push(found[0] ?? '');
    else wrong ??= { part, several: found.length > 1 };
  }
  const values = [...new Set(known)];
  if (!wrong) return values;
  return { raw, why: wrong.several ? 'optionSeveral' : 'options', part: wrong.part, known: values };
}

/** A value that is written exactly so is meant before a name that only looks the same. */
function valuesOf(field: Field, text: string): string[] {
  const choices = field.options?.choices ?? [];
  const exact = choices.find(({ value }) => value === text.trim());
  if (exact) return [exact.value];
  const wanted = folded(text);
  return choices
    .filter(({ value, name }) => {
      const names = typeof name === 'string' ? [name] : Object.values(name ?? {});
      return [value, ...names].some((each) => folded(each) === wanted);
    })
    .map(({ value }) => value);
}
