/** What is computed, and what it results in. */
import { Sigma } from 'lucide-react';

import { parse } from '@/lib/formula';

import { defineFieldDesign } from '../../editing/field-design';

import { FormulaSettings } from './formula-settings';

function isReadable(expression: string): boolean {
  try {
    parse(expression);
    return true;
  } catch {
    return false;
  }
}

export const design = defineFieldDesign({
  icon: Sigma,
  group: 'more',
  indexed: true,
  column: true,
  listed: true,
  titled: true,
  options: () => ({ expression: '', result: 'number' }),
  // One that cannot be read comes out blank.
  fillable: (field) =>
    isReadable(field.options?.expression ?? '')
      ? field
      : { ...field, options: { ...field.options, expression: '""', result: 'text' } },
  Settings: FormulaSettings,
  sample: (_, words) => words('sample'),
});
