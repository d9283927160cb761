/** A signature. */
import { PenLine } from 'lucide-react';

import { defineFieldDesign } from '../../editing/field-design';

export const design = defineFieldDesign({
  icon: PenLine,
  group: 'more',
  column: true,
  sample: (_, words) => words('sample'),
});
