/** The input of one value that belongs to no record: an operand, a default. */
import { inputsOf } from '.';
import type { InputProps } from './input-props';

type Props = Omit<InputProps, 'path' | 'apiField' | 'change' | 'entry'>;

export function SimpleInput(props: Props) {
  const { Input } = inputsOf(props.field);
  return <Input {...props} path={props.id} apiField={props.field.id} change={nothing} />;
}

/** Only files change by themselves, and none are uploaded where there is no record. */
const nothing = () => undefined;
