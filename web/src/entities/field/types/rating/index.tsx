/** A score, shown as stars. */
import { defineFieldType, type TextProps } from '../../field-type';

export const USUAL_MAX = 5;

/** Without the field's settings, as on a card, only the stars that were given. */
function Stars({ field, value }: TextProps) {
  const given = Number(value);
  const most = Number(field.options?.max ?? given);
  return (
    <span role="img" aria-label={String(given)}>
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
});
