/** Several regions of any level, as a condition compares with them. */
import { Cascader } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import styles from '../inputs/inputs.module.css';
import type { TreeOption } from '../inputs/tree-input';

import { namesOf, pathOf, useRegions } from './regions';
import { regionTree } from './tree';

interface Props {
  value: string[];
  onChange: (codes: string[]) => void;
  label: string;
  invalid: boolean;
  describedBy: string;
}

export function RegionsSelect({ value, onChange, label, invalid, describedBy }: Props) {
  const { t } = useTranslation('condition');
  const regions = useRegions();
  const tree = useMemo(() => (regions ? regionTree(regions) : []), [regions]);
  return (
    <Cascader<TreeOption>
      multiple
      className={styles.wide ?? ''}
      classNames={{ popup: { root: styles.tree ?? '' } }}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      status={invalid ? 'error' : ''}
      placeholder={t('choose')}
      loading={!regions}
      options={tree}
      showCheckedStrategy={Cascader.SHOW_PARENT}
      displayRender={(labels, chosen) => {
        const code = chosen?.at(-1)?.value ?? '';
        return regions && code !== '' ? namesOf(pathOf(code), regions).join('/') : labels.join('/');
      }}
      value={value.map(pathOf)}
      onChange={(paths) => onChange((paths as string[][]).map((path) => path.at(-1) ?? ''))}
    />
  );
}
