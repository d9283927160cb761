/** The number of an identity card. */
import { IdCard } from 'lucide-react';

import { defineFieldDesign } from '../../editing/field-design';

export const design = defineFieldDesign({
  icon: IdCard,
  group: 'text',
  unique: true,
  indexed: true,
  column: true,
  listed: true,
  titled: true,

  sample: (_, words) => words('sample'),
});
