/** What the server has counted so far. */
import { ComputedValue } from '../../inputs/computed-value';
import type { InputProps } from '../../inputs/input-props';

export function Input({ field, id, result }: InputProps) {
  return <ComputedValue field={field} id={id} result={result} />;
}
