/** A moment. */
import { CalendarClock } from 'lucide-react';

import { defineFieldDesign } from '../../editing/field-design';

export const design = defineFieldDesign({
  icon: CalendarClock,
  group: 'number',
  unique: true,
  indexed: true,
  column: true,
  listed: true,
  titled: true,
  sample: (_, words) => words('sample'),
});
