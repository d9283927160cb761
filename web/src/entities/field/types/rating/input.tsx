/** Stars to press; with the keyboard, arrows. */
import { Rate } from 'antd';

import type { Cell, Complaint } from '../../cell';
import { checkNumber } from '../../checks';
import type { Field } from '../../definition';
import type { InputProps } from '../../inputs/input-props';

import { USUAL_MAX } from '.';

export function Input({ field, id, value, label, describedBy, onChange, onBlur }: InputProps) {
  const given = Number((value as string | undefined) ?? '0');
  return (
    <Rate
      id={id}
      aria-label={label}
      aria-labelledby={label === undefined ? `${id}-label` : undefined}
      aria-describedby={describedBy}
      count={Number(field.options?.max ?? USUAL_MAX)}
      value={Number.isFinite(given) ? given : 0}
      onChange={(stars) => onChange(stars === 0 ? '' : String(stars))}
      onBlur={onBlur}
    />
  );
}

export function check(field: Field, cell: Cell): Complaint | null {
  const options = { decimals: 0, min: 1, max: field.options?.max ?? USUAL_MAX };
  return checkNumber({ ...field, options }, cell as string);
}
