/** What the chosen record says. */
import { ComputedValue } from '../../inputs/computed-value';
import type { InputProps } from '../../inputs/input-props';

export function Input({ field, id, result }: InputProps) {
  return <ComputedValue field={field} id={id} result={result} />;
}

/** A cell of a table is named by its row and column. */
export function CellInput({ field, result }: InputProps) {
  return <ComputedValue field={field} result={result} />;
}
