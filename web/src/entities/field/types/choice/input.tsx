/** A choice from a list. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { BY_LABEL } from '@/components/searching';
import { useClear } from '@/components/use-clear';

import { useOptions } from '../../inputs/choice-options';
import { chosenOf, common, rawOf, type InputProps } from '../../inputs/input-props';
import styles from '../../inputs/inputs.module.css';
import { RawText } from '../../inputs/raw-text';

const SEARCHED = 8;

export function Input(props: InputProps) {
  const clear = useClear();
  const { t } = useTranslation('entry');
  const options = useOptions(props.field, props.value);
  const [value] = chosenOf(props.value);
  return (
    <Select<string>
      {...common(props)}
      className={styles.wide ?? ''}
      allowClear={clear}
      placeholder={<RawText text={rawOf(props.value)} otherwise={t('choose')} />}
      {...(options.length > SEARCHED ? { showSearch: BY_LABEL } : {})}
      value={value ?? null}
      options={options}
      onChange={(chosen: string | undefined) => props.onChange(chosen ?? '')}
    />
  );
}
