/** A table to type and paste into. */
import { LinesEntry } from '@/entities/entry/lines-entry';

import type { InputProps } from '../../inputs/input-props';

export function Input({ field, entry }: InputProps) {
  return entry && <LinesEntry field={field} entry={entry} />;
}
