/** A place on the map. */
import { MapPin } from 'lucide-react';

import { defineFieldDesign } from '../../editing/field-design';

export const design = defineFieldDesign({
  icon: MapPin,
  group: 'more',
  column: true,
  listed: true,
  titled: true,
  sample: (_, words) => words('sample'),
});
