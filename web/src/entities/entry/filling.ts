/** The form that is being filled in, for inputs that ask the server what they may hold. */
import { createContext, useContext } from 'react';

import type { Field } from '@/entities/field/definition';

import type { Values } from './to-payload';

export interface Filling {
  formId: string;
  fields: Field[];
  /** As they would be sent at this moment; for a cell of lines those of its row, too. */
  valuesAt: (path: string) => Values;
}

/** null: a form that is only tried, of which the server does not know. */
export const FillingContext = createContext<Filling | null>(null);

export const useFilling = (): Filling | null => useContext(FillingContext);
