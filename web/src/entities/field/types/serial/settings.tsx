/** The number that the server gives. */
import { ListOrdered } from 'lucide-react';

import { defineFieldDesign } from '../../editing/field-design';

import { SerialSettings } from './serial-settings';
import { serialExample } from './template';

export const design = defineFieldDesign({
  icon: ListOrdered,
  group: 'more',
  indexed: true,
  listed: true,
  titled: true,
  options: () => ({ template: 'NO-{yyyy}{mm}-{0000}' }),
  Settings: SerialSettings,
  sample: ({ options }) => serialExample(options?.template ?? '', new Date()),
});
