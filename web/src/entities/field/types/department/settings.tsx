/** Departments: one or several. */
import { Network } from 'lucide-react';

import { defineFieldDesign } from '../../editing/field-design';
import { PeopleSettings } from '../../editing/people-settings';

export const design = defineFieldDesign({
  icon: Network,
  group: 'people',
  indexed: true,
  column: true,
  listed: true,
  Settings: PeopleSettings,
  sample: (_, words) => words('sample'),
});
