/** A score, shown as stars. */
import { defineFieldType, type TextProps } from '../../field-type';
import { plainNumber } from '../../numbers';
import { numberOf } from '../../operands';
import { parseNumber } from '../../parse/read-number';

export const USUAL_MAX = 5;

/** Without the field's settings, as on a card, only the stars that were given. */
function Stars({ field, value }: TextProps) {
  const given = Number(value);
  const most = field.options?.max === undefined ? given : Number(field.options.max);
  return (
    <span role="img" aria-label={`${given}`}>
      {'★'.repeat(given)}
      {'☆'.repeat(Math.max(most - given, 0))}
    </span>
  );
}

export const fieldType = defineFieldType({
  type: 'rating',
  compare: 'decimal',
  figure: 'number',
  group: true,
  ordered: 'last',
  Text: Stars,
  toPayload: (cell) => plainNumber(cell as string),
  parse: parseNumber,
  operand: (_, cell) => numberOf(plainNumber(cell as string)),
  sample: ({ options }) => String(options?.max ?? USUAL_MAX),
});
