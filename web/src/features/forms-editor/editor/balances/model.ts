/** What the settings of a guarded balance offer, and what they come to. The server judges them when publishing. */
import type { Language } from '@/config/languages';
import { conditionField } from '@/entities/condition/fields';
import type { Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import type { Schemas } from '@/lib/api/types';
import { withOption } from '@/lib/editing/omit';

export type Balance = Schemas['FormsBalance'];
export type Move = 'hold' | 'commit' | 'release';
export type Moved = keyof Required<Balance>['moves'];
export type Every = Required<Balance>['period']['every'];

export const MOST_BALANCES = 5;
export const MOVES: Move[] = ['hold', 'commit', 'release'];
export const EVERY: Every[] = ['month', 'quarter', 'year'];
export const BY_CREATION = '@created_at';
/** As the server takes what is not said. */
const USUAL: Record<Moved, Move> = {
  active: 'commit',
  in_approval: 'hold',
  approved: 'commit',
  rejected: 'release',
  withdrawn: 'release',
};

/** The states that records of the form come into: with a flow those of an approval, without one only that it counts. */
export function movedStates(flow: boolean): Moved[] {
  return flow ? ['in_approval', 'approved', 'rejected', 'withdrawn'] : ['active'];
}

export const moveOf = ({ moves }: Balance, state: Moved): Move => moves?.[state] ?? USUAL[state];

/** What is as usual is not stored. */
export function withMove(balance: Balance, state: Moved, move: Move): Balance {
  const moves = withOption(balance.moves ?? {}, state, move === USUAL[state] ? undefined : move);
  return withOption(balance, 'moves', Object.keys(moves).length > 0 ? moves : undefined);
}

export function newBalance(id: string, name: string, fields: Field[], language: Language): Balance {
  const [link] = single(fields, language);
  const [amount] = numbers(fields, language);
  return { id, name, ...(link ? { on: link.value } : {}), ...(amount ? { amount: amount.value } : {}) };
}

export interface Option {
  value: string;
  label: string;
}

const kindOf = (field: Field, language: Language): string => conditionField(field, language).kind;

/** Links to one record. */
export const single = (fields: Field[], language: Language): Option[] =>
  ofKinds(fields, ['record'], language);

export const numbers = (fields: Field[], language: Language): Option[] =>
  ofKinds(fields, ['decimal'], language);

export const days = (fields: Field[], language: Language): Option[] =>
  ofKinds(fields, ['date', 'datetime'], language);

/** The form whose records have the limit, if the link leads to one form only or to several: the first. */
export function linkedForm(fields: Field[], on: string | undefined): string {
  return fields.find(({ id }) => id === on)?.options?.forms?.[0] ?? '';
}

function ofKinds(fields: Field[], kinds: string[], language: Language): Option[] {
  return fields
    .filter((field) => kinds.includes(kindOf(field, language)))
    .map(({ id, name }) => ({ value: id, label: labelText(name, language) }));
}
