/** The choices of a field, as its settings give them. */
import { faultFor } from '@/entities/form/editing/faults';

import type { SettingsProps } from '../../editing/field-design';

import { ChoicesSettings } from './choices-settings';

export function ListSettings({ field, before, faults, onChange }: SettingsProps) {
  return (
    <ChoicesSettings
      choices={field.options?.choices ?? []}
      published={new Set(before?.options?.choices?.map(({ value }) => value))}
      error={faultFor(faults, 'options/choices')}
      onChange={(choices, about) => onChange({ ...field.options, choices }, about)}
    />
  );
}
