/** A default that means something else at each filling-in: this day, whoever fills in. */
import { Toggle } from '@/components/editing/setting';

import type { DefaultProps } from './field-design';

interface Props extends DefaultProps {
  label: string;
  /** What stands for it in the definition. */
  token: string;
}

export function DefaultToggle({ label, token, field, error, onChange }: Props) {
  return (
    <Toggle
      label={label}
      error={error}
      checked={field.default === token}
      onChange={(checked) => onChange(checked ? token : undefined)}
    />
  );
}
