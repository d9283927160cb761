/** Rows: their columns, and how many. */
import { Table2 } from 'lucide-react';

import { defineFieldDesign } from '../../editing/field-design';

import { LinesSettings } from './lines-settings';

export const design = defineFieldDesign({
  icon: Table2,
  group: 'more',
  options: (words, newId) => ({ columns: [{ id: newId(), type: 'text', name: words('new') }] }),
  Settings: LinesSettings,
});
