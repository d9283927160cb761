/** The code of a company. */
import { Building2 } from 'lucide-react';

import { defineFieldDesign } from '../../editing/field-design';

export const design = defineFieldDesign({
  icon: Building2,
  group: 'text',
  unique: true,
  indexed: true,
  column: true,
  listed: true,
  titled: true,

  sample: (_, words) => words('sample'),
});
