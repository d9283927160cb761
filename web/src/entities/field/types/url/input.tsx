/** A web address, with the keyboard for it. */
import type { Cell, Complaint } from '../../cell';
import type { Field } from '../../definition';
import { isUrl } from '../../inputs/codes';
import type { InputProps } from '../../inputs/input-props';
import { LineInput } from '../../inputs/line-input';

import { withScheme } from './cell';

export function Input(props: InputProps) {
  return <LineInput {...props} mode="url" longest={2000} />;
}

export const check = (_: Field, cell: Cell): Complaint | null =>
  isUrl(withScheme(cell as string)) ? null : { code: 'url', limit: '' };
