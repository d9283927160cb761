/** A phone number: on a phone, to be called. */
import { defineFieldType } from '../../field-type';
import { lineType } from '../../line-type';
import { linkText } from '../../link-text';

export const fieldType = defineFieldType(
  lineType(
    'phone',
    linkText((value) => `tel:${value.replace(/-(\d+)$/, ',$1')}`),
  ),
);
