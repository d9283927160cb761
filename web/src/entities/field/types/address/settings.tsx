/** An address: its level, and whether it has a postcode. */
import { House } from 'lucide-react';

import { Toggle } from '@/components/editing/setting';

import { defineFieldDesign, type SettingsProps } from '../../editing/field-design';
import { useOption } from '../../editing/use-option';
import { LevelSettings } from '../../regions/level-settings';
import { useTypeWords } from '../../type-words';

function Settings(props: SettingsProps) {
  const words = useTypeWords('address');
  const set = useOption(props);
  return (
    <LevelSettings {...props}>
      <Toggle
        label={words('postcode')}
        checked={props.field.options?.postcode === true}
        onChange={(checked) => set('postcode', checked)}
      />
    </LevelSettings>
  );
}

export const design = defineFieldDesign({
  icon: House,
  group: 'choice',
  column: true,
  listed: true,
  titled: true,
  Settings,
  sample: (_, words) => words('sample'),
});
