/** A rate, typed in per cent. */
import type { InputProps } from '../../inputs/input-props';
import { NumberInput } from '../../inputs/number-input';

export function Input(props: InputProps) {
  return <NumberInput {...props} suffix="%" />;
}
