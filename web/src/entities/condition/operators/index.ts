/** Every operator, by name: the files of this folder that declare one. */
import type { Language } from '@/config/languages';

import type { Operand } from '../types';

import type { Arity, Operator, Wording } from './operator';

const files = import.meta.glob<Operator>(['./*.ts', '!./index.ts', '!./operator.ts'], {
  eager: true,
  import: 'operator',
});

export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  Object.values(files)
    .sort((one, other) => one.rank - other.rank)
    .map((operator) => [operator.name, operator]),
);

/** Names of earlier releases that stand in stored conditions and links. */
const NOW: Record<string, string> = { blank: 'empty', filled: 'not_empty' };

export function operatorOf(name: string): Operator | undefined {
  return OPERATORS.get(NOW[name] ?? name);
}

export function arityOf(name: string): Arity {
  return operatorOf(name)?.arity ?? 'one';
}

/** Who submits and when is always there; so only of the form's fields it is asked whether there is anything. */
export function operatorsFor({ kind, of }: Operand): string[] {
  return [...OPERATORS.values()]
    .filter(({ kinds }) => (kinds === 'every' ? of === 'form' : kinds.includes(kind)))
    .map(({ name }) => name);
}

/** The operators to choose from: those of the kind, and the one that stands there already. */
export function offered(operand: Operand | undefined, name: string): string[] {
  const possible = operand ? operatorsFor(operand) : [];
  return possible.includes(name) ? possible : [name, ...possible];
}

function wordingOf({ kind, of }: Operand): Wording {
  switch (kind) {
    case 'decimal':
      return 'number';
    case 'date':
    case 'datetime':
    case 'time':
      return 'date';
    case 'choices':
    case 'members':
    case 'records':
      return 'set';
    case 'region':
      return 'set';
    case 'departments':
      return of === 'initiator' ? 'belongs' : 'set';
    case 'roles':
      return 'holds';
    case 'boolean':
      return 'flag';
    default:
      return 'other';
  }
}

/** The operator in a sentence (`text`) or in a list to choose from (`label`); some kinds have words of their own. */
export function operatorWords(
  where: 'text' | 'label',
  name: string,
  operand: Operand | undefined,
  language: Language,
): string {
  const operator = operatorOf(name);
  if (!operator) return name;
  const own = operand && operator.as?.[wordingOf(operand)]?.[where];
  return (own ?? operator[where])[language];
}

/** A sentence with its places filled in. */
export function filledIn(template: string, values: Record<string, string>): string {
  return template.replace(/{{(\w+)}}/g, (_, name: string) => values[name] ?? '');
}
