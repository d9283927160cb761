/** An e-mail address. */
import { Mail } from 'lucide-react';

import { DefaultText } from '../../editing/default-text';
import { defineFieldDesign } from '../../editing/field-design';

export const design = defineFieldDesign({
  icon: Mail,
  group: 'text',
  unique: true,
  indexed: true,
  column: true,
  listed: true,
  titled: true,
  Default: DefaultText,
  sample: (_, words) => words('sample'),
});
