/** The region, the street and number, and a postcode if the form asks for one. */
import { Input as TextInput } from 'antd';
import { useTranslation } from 'react-i18next';

import type { Cell, Complaint } from '../../cell';
import type { Field } from '../../definition';
import { common, type InputProps } from '../../inputs/input-props';
import { RegionInput } from '../../regions/region-input';

import styles from './input.module.css';
import { cellOf, partsOf } from './parts';

const LONGEST = 200;

export function Input(props: InputProps) {
  const { t } = useTranslation('entry');
  const { field, id, label, onChange } = props;
  const parts = partsOf(props.value);
  const named = (name: string) => (label === undefined ? name : `${label} ${name}`);
  return (
    <div className={styles.address}>
      <RegionInput
        {...props}
        label={named(t('address.region'))}
        value={parts.region}
        onChange={(region) => onChange(cellOf({ ...parts, region: region as string[] }))}
      />
      <TextInput
        {...common(props)}
        id={`${id}-detail`}
        aria-label={named(t('address.detail'))}
        placeholder={t('address.detail')}
        value={parts.detail}
        maxLength={LONGEST}
        autoComplete="street-address"
        onChange={({ target }) => onChange(cellOf({ ...parts, detail: target.value }))}
      />
      {field.options?.postcode === true && (
        <TextInput
          {...common(props)}
          id={`${id}-postcode`}
          className={styles.postcode ?? ''}
          aria-label={named(t('address.postcode'))}
          placeholder={t('address.postcode')}
          value={parts.postcode ?? ''}
          maxLength={6}
          inputMode="numeric"
          autoComplete="postal-code"
          onChange={({ target }) => onChange(cellOf({ ...parts, postcode: target.value }))}
        />
      )}
    </div>
  );
}

export function check(_: Field, cell: Cell): Complaint | null {
  const { region, detail, postcode } = partsOf(cell);
  if (region.length === 0 || detail.trim() === '') return { code: 'address', limit: '' };
  return postcode && !/^\d{6}$/.test(postcode) ? { code: 'postcode', limit: '' } : null;
}
