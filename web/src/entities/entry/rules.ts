/**
 * What the rules of a form make of what was typed, as the server decides it again on saving: which fields are shown,
 * which are required, and which messages refuse saving. A condition that cannot be computed does not hold.
 */
import type { Language } from '@/config/languages';
import type { Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import type { Schemas } from '@/lib/api/types';
import type { CalendarYear } from '@/lib/formula';

import { compute } from './compute';
import { evaluationOrder, type Step } from './evaluation-order';
import type { Typed } from './input-state';

export type Rule = Schemas['FormsRule'];

export const NO_RULES: readonly Rule[] = [];

export interface Ruled {
  /** Those that are shown, in the form's order; required ones are marked as required. */
  fields: Field[];
  /** Without what is emptied because it is hidden. */
  typed: Typed;
  /** Messages that refuse saving, by the field that they stand at. */
  messages: Record<string, string>;
  missingYears: readonly number[];
}

/** An id that no field can have. */
const idOf = (index: number) => `@rule${String(index)}`;

/** The conditions as formulas of their own, which nothing else reads. */
export function ruleSteps(fields: Field[], rules: readonly Rule[]): Step[] {
  const asFields = rules.map(({ when }, index): Field => ({
    id: idOf(index),
    type: 'formula',
    name: '',
    options: { expression: when.formula, result: 'boolean' },
  }));
  return evaluationOrder([...fields, ...asFields]).filter(({ path }) => path.startsWith('@rule'));
}

export function followRules(
  fields: Field[],
  rules: readonly Rule[],
  steps: Step[],
  typed: Typed,
  today: string,
  language: Language,
  years: readonly CalendarYear[] = [],
): Ruled {
  if (rules.length === 0) return { fields, typed, messages: {}, missingYears: [] };
  const { fields: results, missingYears } = compute(fields, steps, typed, today, undefined, years);
  const shownByRules = rules.flatMap(({ then }) => then.filter(({ act }) => act === 'show'));
  const hidden = new Map(shownByRules.flatMap((action) => action.fields.map((id) => [id, false])));
  const required = new Set<string>();
  const messages: Record<string, string> = {};
  for (const [index, { then }] of rules.entries()) {
    if (results[idOf(index)] !== true) continue;
    for (const action of then) {
      for (const id of action.fields) {
        if (action.act === 'show') hidden.delete(id);
        if (action.act === 'hide') hidden.set(id, action.when_hidden === 'clear');
        if (action.act === 'require') required.add(id);
        if (action.act === 'message') messages[id] ??= labelText(action.text, language);
      }
    }
  }
  const shown = fields.filter(({ id }) => !hidden.has(id));
  return {
    fields: shown.map((field) => (required.has(field.id) ? { ...field, required: true } : field)),
    typed: Object.fromEntries<Typed[string]>(Object.entries(typed).filter(([id]) => hidden.get(id) !== true)),
    messages,
    missingYears,
  };
}
