/** A phone number: on a phone, to be called. */
import { AS_TEXT } from '../../compared';
import { defineFieldType } from '../../field-type';
import { lineType } from '../../line-type';
import { linkText } from '../../link-text';

export const fieldType = defineFieldType({
  ...lineType(
    'phone',
    linkText((value) => `tel:${value.replace(/-(\d+)$/, ',$1')}`),
  ),
  compared: { ...AS_TEXT, usual: 'phone' },
});
