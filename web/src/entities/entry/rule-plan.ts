/** The rules of a form, read once: what each looks at, and its formulas as formulas of their own that nothing else reads. */
import { valuesOf } from '@/entities/condition/model';
import { comparisonsOf } from '@/entities/condition/tree';
import type { Comparison, Condition } from '@/entities/condition/types';
import { isDynamic } from '@/entities/condition/types';
import type { Field } from '@/entities/field/definition';
import { placesOfField } from '@/entities/field/places';
import { columnsOf, typeOf } from '@/entities/field/registry';
import type { Schemas } from '@/lib/api/types';

import { evaluationOrder, type Step } from './evaluation-order';

export type Rule = Schemas['FormsRule'];
export type RuleAction = Schemas['FormsRuleAction'];

export interface Planned {
  rule: Rule;
  then: PlannedAction[];
  otherwise: PlannedAction[];
  condition: Condition | null;
  /** Ids of its formulas; the condition's is `@<rule>`. */
  id: string;
}

export interface PlannedAction {
  action: RuleAction;
  /** Of what it fills in, by field. */
  formulas: Record<string, string>;
}

export interface RulePlan {
  rules: Planned[];
  steps: Step[];
  /** Some condition asks for "my" department. */
  asksActor: boolean;
}

export const isFormula = (value: unknown): value is { formula: string } =>
  typeof value === 'object' && value !== null && 'formula' in value;

/** Rules that look at what is not in the form, as it is shown to whoever fills it in, are left to the server. */
export function planRules(fields: Field[], rules: readonly Rule[]): RulePlan {
  const formulas: Field[] = [];
  const planned = rules.map((rule, index): Planned => {
    const id = `@${String(index)}`;
    const { when } = rule;
    if (isFormula(when)) formulas.push(formulaOf(id, when.formula, 'boolean'));
    const actions = (found: RuleAction[] = [], branch: string) =>
      found.map((action, place): PlannedAction => {
        const own: Record<string, string> = {};
        for (const path of isFormula(action.value) ? action.fields : []) {
          const field = fields.find((each) => each.id === path);
          if (!field || !isFormula(action.value)) continue;
          own[path] = `${id}/${branch}/${String(place)}/${path}`;
          formulas.push({ ...formulaFor(field, action.value.formula), id: own[path] });
        }
        return { action, formulas: own };
      });
    return {
      rule,
      id,
      condition: isFormula(when) ? null : (when as Condition),
      then: actions(rule.then, 'then'),
      otherwise: actions(rule.else, 'else'),
    };
  });
  const steps = evaluationOrder([...fields, ...formulas]).filter(({ path }) => path.startsWith('@'));
  const paths = new Set(
    fields.flatMap((field) => [field.id, ...columnsOf(field).map((column) => `${field.id}.${column.id}`)]),
  );
  const readable = new Map(
    steps.map(({ path, needs }) => [path, [...needs].every((need) => paths.has(need))]),
  );
  const known = planned.filter(({ id, condition }) =>
    condition ? comparisonsOf(condition).every(({ field }) => paths.has(field)) : readable.get(id) === true,
  );
  return {
    rules: known,
    steps: steps.filter(({ path }) => readable.get(path)),
    asksActor: known.some(({ condition }) => condition && comparisonsOf(condition).some(asksActor)),
  };
}

const asksActor = (test: Comparison) => valuesOf(test).some((each) => isDynamic(each) && 'my' in each);

function formulaOf(id: string, expression: string, result: string): Field {
  return { id, type: 'formula', name: '', options: { expression, result } } as Field;
}

/** With a result that the field takes, rounded to its places. */
function formulaFor(field: Field, expression: string): Field {
  const { figure, compare } = typeOf(field);
  if (!figure) return formulaOf('', expression, compare === 'date' ? 'date' : 'text');
  const made = formulaOf('', expression, 'number');
  const places = placesOfField(field) + (figure === 'rate' ? 2 : 0);
  return { ...made, options: { ...made.options, decimals: Math.min(places, MOST_PLACES) } };
}

const MOST_PLACES = 12;
