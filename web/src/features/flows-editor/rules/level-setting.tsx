/** How far up: the direct manager or one above, the department or one above. */
import { Select } from 'antd';

import { Setting } from '@/components/editing/setting';

import { LEVELS } from './rule-model';
import { levelText, type Words } from './rule-words';

interface LevelProps {
  kind: 'manager' | 'head';
  level: number | undefined;
  t: Words['t'];
  onChange: (level: number) => void;
}

export function LevelSetting({ kind, level = 1, t, onChange }: LevelProps) {
  return (
    <Setting label={t(`rules.setting.${kind}Level`)}>
      {(input) => (
        <Select
          {...input}
          value={level}
          options={LEVELS.map((each) => ({ value: each, label: levelText(kind, each, t) }))}
          onChange={onChange}
        />
      )}
    </Setting>
  );
}
