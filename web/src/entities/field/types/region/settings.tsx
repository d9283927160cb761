/** A region: down to which level. */
import { MapPinned } from 'lucide-react';

import { defineFieldDesign } from '../../editing/field-design';
import { LevelSettings } from '../../regions/level-settings';

export const design = defineFieldDesign({
  icon: MapPinned,
  group: 'choice',
  column: true,
  listed: true,
  titled: true,
  inSerials: true,
  Settings: LevelSettings,
  sample: (_, words) => words('sample'),
});
