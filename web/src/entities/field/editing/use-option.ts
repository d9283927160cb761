/** Sets one option of a field, or takes it away when it is empty. */
import { withOption } from '@/lib/editing/omit';

import type { FieldOptions } from '../definition';

import type { SettingsProps } from './field-design';

export function useOption({ field, onChange }: SettingsProps) {
  const options = field.options ?? {};
  return <K extends keyof FieldOptions>(name: K, value: FieldOptions[K] | undefined) => {
    const empty = value === '' || value === false;
    onChange(withOption(options, name, empty ? undefined : value), name);
  };
}
