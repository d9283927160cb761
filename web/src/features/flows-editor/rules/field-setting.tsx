/** Which field of the form a rule reads. */
import { Select } from 'antd';

import { Setting } from '@/components/editing/setting';

import type { FlowField } from '../model/types';

import type { Words } from './rule-words';

interface Props {
  value: string;
  /** Those that the rule can read. */
  fields: FlowField[];
  t: Words['t'];
  onChange: (field: FlowField) => void;
}

export function FieldSetting({ value: chosenId, fields: suitable, t, onChange }: Props) {
  return (
    <Setting label={t('rules.setting.field')}>
      {(input) => (
        <Select<string | null>
          {...input}
          value={chosenId === '' ? null : chosenId}
          placeholder={t('rules.chooseField')}
          options={suitable.map(({ id, name }) => ({ value: id, label: name }))}
          labelRender={({ value }) => suitable.find(({ id }) => id === value)?.name ?? t('rules.goneField')}
          onChange={(chosen) => {
            const field = suitable.find(({ id }) => id === chosen);
            if (field) onChange(field);
          }}
        />
      )}
    </Setting>
  );
}
