/** A linked record: found by its title, or chosen from a table. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { RecordSelect } from '@/entities/record/choose/record-select';
import type { RecordSource } from '@/entities/record/choose/sources';

import { chosenOf, type InputProps } from '../../inputs/input-props';
import { peopleProps } from '../../inputs/people-props';
import { labelText, useLabelLanguage } from '../../label';

import { ChooseDialog } from './choose-dialog';
import { MOST_LINKED } from './options';
import { useSource } from './use-source';

export function Input(props: InputProps) {
  const { field, value, onChange } = props;
  const { t } = useTranslation('entry');
  const language = useLabelLanguage();
  const source = useSource(props);
  const [opened, setOpened] = useState<RecordSource | null>(null);
  const ids = chosenOf(value);
  const name = labelText(field.name, language);
  const choose = (chosen: string[]) => onChange(field.options?.multiple ? chosen : (chosen[0] ?? ''));
  return (
    <>
      <RecordSelect
        {...peopleProps(props)}
        source={source}
        multiple={field.options?.multiple === true}
        most={MOST_LINKED}
        value={ids}
        onChange={choose}
        openLabel={t('link.open', { name: props.label ?? name })}
        onOpen={() => setOpened(source())}
      />
      {opened && (
        <ChooseDialog
          field={field}
          title={t('link.choose', { name })}
          source={opened}
          value={ids}
          onChange={choose}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
