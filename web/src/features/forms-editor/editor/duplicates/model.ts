/** What the settings of a duplicate rule offer. The server judges them when publishing. */
import type { Language } from '@/config/languages';
import type { Way } from '@/entities/field/compared';
import type { Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { typeOf } from '@/entities/field/registry';
import type { Schemas } from '@/lib/api/types';
import { withOption } from '@/lib/editing/omit';

export type DuplicateRule = Schemas['FormsDuplicateRule'];
export type Part = DuplicateRule['fields'][number];
export type Across = Required<DuplicateRule>['across'][number];
export type Policy = Required<DuplicateRule>['policy'];

export const MOST_RULES = 5;
export const MOST_PARTS = 4;
export const MOST_FORMS = 5;
export const POLICIES: Policy[] = ['block', 'warn'];

/** In which ways two values of the field may be compared; none: not at all. */
export function waysOf(field: Field): Way[] {
  const { compared, several } = typeOf(field);
  return several?.(field) ? [] : (compared?.ways ?? []);
}

/** What is likely meant. */
export const usualWay = (field: Field): Way => typeOf(field).compared?.usual ?? 'exact';

/** As a select shows it: nothing where nothing is chosen yet. */
export const chosen = (id: string | undefined): string | null => (id === undefined || id === '' ? null : id);

export interface Option {
  value: string;
  label: string;
}

/** Fields that can be compared, in the given way if there is one. */
export function comparable(fields: Field[], language: Language, way?: Way): Option[] {
  return fields
    .filter((field) => (way === undefined ? waysOf(field).length > 0 : waysOf(field).includes(way)))
    .map(({ id, name }) => ({ value: id, label: labelText(name, language) }));
}

export function newRule(id: string, name: string, fields: Field[]): DuplicateRule {
  const first = fields.find((field) => waysOf(field).length > 0);
  const parts: Part[] = first ? [{ field: first.id, as: usualWay(first) }] : [];
  return { id, name, fields: parts, policy: 'block' };
}

/** One part more or less; the fields of other forms that stand for it come and go with it. */
export function withPart(rule: DuplicateRule): DuplicateRule {
  const across = rule.across?.map((each) => ({ ...each, fields: [...each.fields, ''] }));
  return { ...rule, fields: [...rule.fields, { field: '', as: 'exact' }], ...(across ? { across } : {}) };
}

export function withoutPart(rule: DuplicateRule, index: number): DuplicateRule {
  const across = rule.across?.map((each) => ({ ...each, fields: without(each.fields, index) }));
  return { ...rule, fields: without(rule.fields, index), ...(across ? { across } : {}) };
}

/** Another field is compared in the way that suits it. */
export function withField(rule: DuplicateRule, index: number, id: string, fields: Field[]): DuplicateRule {
  const field = fields.find((each) => each.id === id);
  const kept = rule.fields[index]?.as ?? 'exact';
  const as = field === undefined || waysOf(field).includes(kept) ? kept : usualWay(field);
  return withPartAt(rule, index, { field: id, as });
}

export const withWay = (rule: DuplicateRule, index: number, as: Way): DuplicateRule =>
  withPartAt(rule, index, { field: rule.fields[index]?.field ?? '', as });

export function withAcross(rule: DuplicateRule, across: Across[]): DuplicateRule {
  return withOption(rule, 'across', across.length > 0 ? across : undefined);
}

export const newAcross = (rule: DuplicateRule): Across => ({ form: '', fields: rule.fields.map(() => '') });

function withPartAt(rule: DuplicateRule, index: number, part: Part): DuplicateRule {
  return { ...rule, fields: rule.fields.map((each, place) => (place === index ? part : each)) };
}

function without<T>(all: readonly T[], index: number): T[] {
  return all.filter((_, place) => place !== index);
}
