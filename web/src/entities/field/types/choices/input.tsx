/** Several choices: boxes to tick while there are few, a list that can be searched when there are many. */
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { BY_LABEL } from '@/components/searching';

import { useOptions } from '../../inputs/choice-options';
import { chosenOf, common, rawOf, type InputProps } from '../../inputs/input-props';
import styles from '../../inputs/inputs.module.css';
import { RawText } from '../../inputs/raw-text';

/** As many as can be seen at once without reading a list. */
const IN_SIGHT = 6;

export function Input(props: InputProps) {
  const { t } = useTranslation('entry');
  const options = useOptions(props.field, props.value);
  const value = chosenOf(props.value);
  if (options.length <= IN_SIGHT && props.label === undefined) {
    return (
      <Checkbox.Group
        className={styles.checks ?? ''}
        options={options}
        value={value}
        onChange={props.onChange}
      />
    );
  }
  return (
    <Select<string[]>
      {...common(props)}
      mode="multiple"
      className={styles.wide ?? ''}
      placeholder={<RawText text={rawOf(props.value)} otherwise={t('choose')} />}
      showSearch={BY_LABEL}
      value={value}
      options={options}
      onChange={props.onChange}
    />
  );
}
