/** Whether a condition holds for values, as the server decides it (`tests/contracts/rule_cases.json` holds both to it). */
import { isNumber } from '@/entities/field/numbers';
import { decimal } from '@/lib/formula/values';

import { valuesOf } from './model';
import { spanOf, type Span } from './spans';
import { isComparison, isDynamic, type Comparison, type Condition, type Kind, type Value } from './types';

export interface Asked {
  kind: Kind;
  /** As it is sent; undefined: blank, or nothing that the field could hold. */
  value: unknown;
}

export interface Around {
  today: string;
  memberId: string;
  /** What "my" means, by its name; undefined while it is not known. */
  actorIds: (name: string) => readonly string[] | undefined;
  /** The day of a moment. */
  dayOf: (moment: string) => string;
}

/** What cannot be told: a field that is not there, or who "my" is. */
class Unknown extends Error {}

/** null: it cannot be told. */
export function holds(
  condition: Condition,
  read: (field: string) => Asked | undefined,
  around: Around,
): boolean | null {
  const part = (each: Condition): boolean => {
    if (isComparison(each)) return compared(each, read(each.field), around);
    if ('all' in each) return each.all.map(part).every(Boolean);
    if ('any' in each) return each.any.map(part).some(Boolean);
    return !part(each.not);
  };
  try {
    return part(condition);
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

const WITHOUT_VALUE = ['empty', 'blank', 'ne', 'not_in', 'has_none'];
const NEGATED = ['ne', 'not_in', 'has_none'];
const ENDS: Record<string, (keyof Span)[]> = {
  lt: ['low'],
  gte: ['low'],
  gt: ['high'],
  lte: ['high'],
  between: ['low', 'high'],
};

function compared(test: Comparison, asked: Asked | undefined, around: Around): boolean {
  if (!asked) throw new Unknown();
  const { op } = test;
  const { kind, value } = asked;
  const operands = valuesOf(test).flatMap((each) => known(each, around));
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return WITHOUT_VALUE.includes(op);
  const ends = ENDS[op];
  if (ends) {
    const signs = ends.map((end, index) => order(kind, value, operands[index], end, around));
    if (signs.some(Number.isNaN)) return false;
    const [first = 0, second = 0] = signs;
    if (op === 'between') return first >= 0 && second <= 0;
    return op === 'lt' ? first < 0 : op === 'lte' ? first <= 0 : op === 'gt' ? first > 0 : first >= 0;
  }
  if (op === 'empty' || op === 'blank') return false;
  if (op === 'not_empty' || op === 'filled') return true;
  if (op === 'prefix') return operands.some((each) => folded(value).startsWith(folded(each)));
  if (op === 'contains' && !Array.isArray(value))
    return operands.some((each) => searchable(value).includes(searchable(each)));
  const stored: unknown[] = Array.isArray(value) ? value : [value];
  const meets = stored.some((item) => operands.some((each) => isSame(kind, item, each, around)));
  return NEGATED.includes(op) ? !meets : meets;
}

type Operand = string | boolean | Span;

function known(value: Value, around: Around): Operand[] {
  if (!isDynamic(value)) return [value];
  if ('me' in value) return [around.memberId];
  const found = 'my' in value ? around.actorIds(value.my) : undefined;
  if (found) return [...found];
  const span = 'relative' in value ? spanOf(value.relative, value.n ?? 1, around.today) : null;
  if (!span) throw new Unknown();
  return [span];
}

const isSpan = (operand: Operand | undefined): operand is Span => typeof operand === 'object';

/** Below, at or above one end of the operand. NaN: they cannot be compared. */
function order(
  kind: Kind,
  value: unknown,
  operand: Operand | undefined,
  end: keyof Span,
  around: Around,
): number {
  if (operand === undefined) return NaN;
  if (isSpan(operand)) return signOf(dayIn(kind, value, around), operand[end]);
  const [one, other] = [String(value), String(operand)];
  if (kind === 'decimal') return isNumber(one) && isNumber(other) ? decimal(one).cmp(decimal(other)) : NaN;
  if (kind === 'datetime') return Math.sign(Date.parse(one) - Date.parse(other));
  return signOf(one, other);
}

function isSame(kind: Kind, value: unknown, operand: Operand, around: Around): boolean {
  if (isSpan(operand)) {
    const day = dayIn(kind, value, around);
    return operand.low <= day && day <= operand.high;
  }
  if (kind === 'text') return folded(value) === folded(operand);
  return order(kind, value, operand, 'low', around) === 0;
}

const dayIn = (kind: Kind, value: unknown, { dayOf }: Around) =>
  kind === 'datetime' ? dayOf(String(value)) : String(value);

const signOf = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1);

/** Case as the server folds it: ß is ss, and a final sigma a sigma. */
const folded = (value: unknown) =>
  String(value).normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');

const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]/g;
const searchable = (value: unknown) =>
  folded(String(value).normalize('NFKC')).replace(UNSEEN, '').normalize('NFKC');
