/** Several lines. */
import { AlignLeft } from 'lucide-react';

import { defineFieldDesign } from '../../editing/field-design';
import { LengthSettings } from '../../editing/length-settings';

export const design = defineFieldDesign({
  icon: AlignLeft,
  group: 'text',
  column: true,
  listed: true,
  Settings: (props) => <LengthSettings {...props} usual={20_000} longest={20_000} />,
  sample: (_, words) => words('sample'),
});
