/** What an operator says of itself. A new one is a file beside this one; `index.ts` finds it. */
import type { Language } from '@/config/languages';

import type { Kind } from '../types';

/** How many values an operator compares with. */
export type Arity = 'none' | 'one' | 'two' | 'many';

/** Kinds of fields of which the same is said in the same words. */
export type Wording = 'number' | 'date' | 'set' | 'belongs' | 'holds' | 'flag' | 'other';

type Words = Record<Language, string>;

export interface Operator {
  name: string;
  /** Its place among those to choose from. */
  rank: number;
  arity: Arity;
  /** What is offered it; the server may know it for more. */
  kinds: Kind[] | 'every';
  /** In the list of operators. */
  label: Words;
  /** With `{{field}}` and `{{value}}`, or `{{low}}` and `{{high}}`. */
  text: Words;
  /** Words of its own for some fields. */
  as?: Partial<Record<Wording, { label?: Words; text?: Words }>>;
}
