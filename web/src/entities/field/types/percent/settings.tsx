/** A rate: its limits and places. */
import { Percent } from 'lucide-react';

import { DefaultFigure } from '../../editing/default-figure';
import { defineFieldDesign } from '../../editing/field-design';
import { FigureSettings } from '../../editing/figure-settings';

export const design = defineFieldDesign({
  icon: Percent,
  group: 'number',
  indexed: true,
  column: true,
  listed: true,
  titled: true,
  Settings: (props) => <FigureSettings {...props} figure="rate" />,
  Default: (props) => <DefaultFigure {...props} percent />,
  sample: () => '%',
});
