/** From one day to another: between which days. */
import { CalendarRange } from 'lucide-react';

import { DaySettings } from '../../editing/day-settings';
import { defineFieldDesign } from '../../editing/field-design';

export const design = defineFieldDesign({
  icon: CalendarRange,
  group: 'number',
  column: true,
  listed: true,
  titled: true,
  Settings: DaySettings,
  sample: (_, words) => words('sample'),
});
