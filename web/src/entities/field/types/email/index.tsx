/** An e-mail address. */
import { defineFieldType } from '../../field-type';
import { lineType } from '../../line-type';
import { linkText } from '../../link-text';

export const fieldType = defineFieldType(
  lineType(
    'email',
    linkText((value) => `mailto:${value}`),
  ),
);
