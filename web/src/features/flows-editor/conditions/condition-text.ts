/** A condition in one line: 折扣率 > 25% 或（客户类型 为 C 且 合计 > ¥500,000.00） */
import type { TFunction } from 'i18next';

import type { Formats } from '@/lib/format/formats';

import type { Condition, Names, Operator, Test } from '../model/types';

import { arityOf, lacksValue, valuesOf, type Value } from './condition-model';
import type { Operand } from './operands';

export interface ConditionWords {
  t: TFunction<'flows-editor'>;
  operands: Operand[];
  names: Names;
  formats: Formats;
}

/** What somebody typed into a condition is told to its last digit: it is what records are compared with. */
const ALL_PLACES = 12;

export function conditionText({ any }: Condition, words: ConditionWords): string {
  const { t } = words;
  const groups = any.filter(({ all }) => all.length > 0);
  if (groups.length === 0) return t('conditions.none');
  const texts = groups.map(({ all }) => {
    const text = all
      .map((test) => testText(test, words))
      .reduce((one, other) => t('conditions.and', { one, other }));
    return groups.length > 1 && all.length > 1 ? t('conditions.group', { text }) : text;
  });
  return texts.reduce((one, other, at) =>
    t((groups[at]?.all.length ?? 0) > 1 ? 'conditions.or_group' : 'conditions.or', { one, other }),
  );
}

function testText(test: Test, words: ConditionWords): string {
  const { t, operands } = words;
  const operand = operands.find(({ id }) => id === test.field);
  if (!operand) return t('conditions.goneField');
  const field = operand.name;
  if (arityOf(test.op) === 'none') return t(`conditions.text.${test.op as 'empty'}`, { field });
  const values = lacksValue(test)
    ? ['…', '…']
    : valuesOf(test).map((value) => valueText(value, operand, words));
  if (test.op === 'between') return t('conditions.text.between', { field, low: values[0], high: values[1] });
  const value = lacksValue(test) ? '…' : oneOf(values, t);
  return t(wordsFor('text', operand, test.op), { field, value });
}

type Wording = 'number' | 'date' | 'set' | 'belongs' | 'holds' | 'flag' | 'other';

/** Kinds of fields of which the same is said in the same words. */
function wording({ kind, initiator }: Operand): Wording {
  switch (kind) {
    case 'decimal':
      return 'number';
    case 'date':
    case 'datetime':
      return 'date';
    case 'choices':
    case 'members':
      return 'set';
    case 'departments':
      return initiator ? 'belongs' : 'set';
    case 'roles':
      return 'holds';
    case 'boolean':
      return 'flag';
    default:
      return 'other';
  }
}

/** The key of an operator in a sentence (`text`) or in a list to choose from (`op`); some kinds have words of their own. */
export function wordsFor(where: 'text' | 'op', operand: Operand | undefined, op: Operator) {
  const own = operand ? `conditions.${where}.${wording(operand)}.${op}` : '';
  return [own, `conditions.${where}.${op}`] as 'conditions.text.eq'[];
}

/** "A、B 或 C" */
function oneOf(values: string[], t: ConditionWords['t']): string {
  const first = values.slice(0, -1).join(t('conditions.comma'));
  const last = values.at(-1) ?? '';
  return first === '' ? last : t('conditions.or', { one: first, other: last });
}

export function valueText(value: Value, operand: Operand, { t, names, formats }: ConditionWords): string {
  if (typeof value === 'boolean') return t(value ? 'conditions.yes' : 'conditions.no');
  switch (operand.kind) {
    case 'decimal':
      return numberText(value, operand, formats);
    case 'date':
      return Number.isNaN(Date.parse(value)) ? value : formats.date(value);
    case 'datetime':
      return Number.isNaN(Date.parse(value)) ? value : formats.moment(value);
    case 'choice':
    case 'choices':
      return operand.choices.find((choice) => choice.value === value)?.label ?? t('conditions.goneOption');
    case 'member':
    case 'members':
      return names.member(value) ?? '…';
    case 'department':
    case 'departments':
      return names.department(value) ?? '…';
    case 'roles':
      return names.role(value) ?? '…';
    default:
      return t('conditions.quoted', { value });
  }
}

function numberText(value: string, { shown, currency, unit }: Operand, formats: Formats): string {
  if (value.trim() === '' || !Number.isFinite(Number(value))) return value;
  if (shown === 'money') return formats.money(value, currency ?? 'CNY');
  if (shown === 'percent') return formats.percent(value, ALL_PLACES);
  return unit === undefined ? formats.number(value) : `${formats.number(value)} ${unit}`;
}

/** Members whose names the text needs. */
export function conditionMembers({ any }: Condition, operands: Operand[]): string[] {
  const tests = any.flatMap(({ all }) => all);
  const naming = tests.filter(({ field }) =>
    ['member', 'members'].includes(operands.find(({ id }) => id === field)?.kind ?? ''),
  );
  return [
    ...new Set(naming.flatMap(valuesOf).filter((value) => typeof value === 'string' && value !== '')),
  ] as string[];
}
