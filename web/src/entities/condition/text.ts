/** A condition in one line: 折扣率 > 25% 或（客户类型 为 C 且 合计 > ¥500,000.00） */
import type { TFunction } from 'i18next';

import type { Language } from '@/config/languages';
import type { Formats } from '@/lib/format/formats';

import { isCounted, nameOf } from './dynamic';
import { lacksValue, valuesOf } from './model';
import { arityOf, filledIn, operatorWords } from './operators';
import { comparisonsOf, groupOf } from './tree';
import {
  isComparison,
  isDynamic,
  isOwn,
  type Comparison,
  type Condition,
  type Kind,
  type Names,
  type Operand,
  type Value,
} from './types';

export interface ConditionWords {
  conditionT: TFunction<'condition'>;
  language: Language;
  operands: Operand[];
  /** Fields of the record that is being filled in, where the condition is about other records. */
  own?: Operand[];
  names: Names;
  formats: Formats;
}

/** What somebody typed into a condition is told to its last digit: it is what records are compared with. */
const ALL_PLACES = 12;

export function conditionText(condition: Condition, words: ConditionWords): string {
  const text = told(condition, words);
  return text === '' ? words.conditionT('none') : text;
}

/** '' for a group that has nothing in it. */
function told(condition: Condition, words: ConditionWords): string {
  const t = words.conditionT;
  if (isComparison(condition)) return comparisonText(condition, words);
  const { joiner, parts } = groupOf(condition);
  const filled = parts.filter((part) => told(part, words) !== '');
  const grouped = (part: Condition) => {
    const text = told(part, words);
    return filled.length > 1 && isJoined(part) ? t('group', { text }) : text;
  };
  const either = joiner === 'any' || joiner === 'none';
  const text = filled.reduce((one, part) => {
    const other = grouped(part);
    if (one === '') return other;
    if (!either) return t('and', { one, other });
    return t(isJoined(part) ? 'or_group' : 'or', { one, other });
  }, '');
  return text !== '' && (joiner === 'none' || joiner === 'notAll') ? t('not', { text }) : text;
}

/** Whether it reads as several parts, which want brackets among others. */
function isJoined(condition: Condition): boolean {
  if (isComparison(condition)) return false;
  const { joiner, parts } = groupOf(condition);
  if (joiner === 'none' || joiner === 'notAll') return false;
  const [only] = parts;
  return parts.length > 1 || (only !== undefined && isJoined(only));
}

function comparisonText(test: Comparison, words: ConditionWords): string {
  const { conditionT: t, operands, language } = words;
  const operand = operands.find(({ id }) => id === test.field);
  if (!operand) return t('goneField');
  const sentence = operatorWords('text', test.op, operand, language);
  const field = operand.name;
  const values = lacksValue(test)
    ? ['…', '…']
    : valuesOf(test).map((value) => valueText(value, operand, words));
  const [low = '', high = ''] = values;
  if (arityOf(test.op) === 'two') return filledIn(sentence, { field, low, high });
  return filledIn(sentence, { field, value: lacksValue(test) ? '…' : oneOf(values, t) });
}

/** "A、B 或 C" */
function oneOf(values: string[], t: TFunction<'condition'>): string {
  const first = values.slice(0, -1).join(t('comma'));
  const last = values.at(-1) ?? '';
  return first === '' ? last : t('or', { one: first, other: last });
}

export function valueText(value: Value, operand: Operand, words: ConditionWords): string {
  const { conditionT: t, names, formats } = words;
  if (isOwn(value)) return ownText(value.field, words);
  if (isDynamic(value)) return dynamicText(value, t);
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  switch (operand.kind) {
    case 'boolean':
      return t(value === 'true' ? 'yes' : 'no');
    case 'decimal':
      return numberText(value, operand, formats);
    case 'date':
      return Number.isNaN(Date.parse(value)) ? value : formats.date(value);
    case 'datetime':
      return Number.isNaN(Date.parse(value)) ? value : formats.moment(value);
    case 'choice':
    case 'choices':
      return operand.choices.find((choice) => choice.value === value)?.label ?? t('goneOption');
    case 'time':
      return value;
    case 'region':
      return names.region?.(value) ?? '…';
    case 'member':
    case 'members':
      return names.member(value) ?? '…';
    case 'department':
    case 'departments':
      return names.department(value) ?? '…';
    case 'roles':
      return names.role(value) ?? '…';
    case 'record':
    case 'records':
      return names.record(value) ?? '…';
    default:
      return t('quoted', { value });
  }
}

function ownText(id: string, { conditionT: t, own = [] }: ConditionWords): string {
  const name = own.find((each) => each.id === id)?.name;
  return name === undefined ? t('goneField') : t('own', { name });
}

function dynamicText(value: Value, t: TFunction<'condition'>): string {
  const name = nameOf(value);
  if (name === null) return '';
  const count = isDynamic(value) && 'relative' in value ? (value.n ?? 0) : 0;
  return isCounted(name) ? t(`dynamicText.${name}`, { count }) : t(`dynamic.${name}`);
}

function numberText(value: string, { shown, currency, unit }: Operand, formats: Formats): string {
  if (value.trim() === '' || !Number.isFinite(Number(value))) return value;
  if (shown === 'money') return formats.money(value, currency ?? 'CNY');
  if (shown === 'percent') return formats.percent(value, ALL_PLACES);
  return unit === undefined ? formats.number(value) : `${formats.number(value)} ${unit}`;
}

/** What the text names by id. */
export interface Named {
  members: string[];
  records: string[];
}

export const NOBODY: Named = { members: [], records: [] };

export function conditionNames(condition: Condition, operands: Operand[]): Named {
  const comparisons = comparisonsOf(condition);
  const of = (...kinds: Kind[]) => {
    const naming = comparisons.filter(({ field }) => {
      const kind = operands.find(({ id }) => id === field)?.kind;
      return kind !== undefined && kinds.includes(kind);
    });
    const named = naming.flatMap(valuesOf).filter((value) => typeof value === 'string');
    return [...new Set(named.filter((value) => value !== ''))];
  };
  return { members: of('member', 'members'), records: of('record', 'records') };
}

export function joinNames(all: Named[]): Named {
  const each = (of: keyof Named) => [...new Set(all.flatMap((named) => named[of]))];
  return { members: each('members'), records: each('records') };
}
