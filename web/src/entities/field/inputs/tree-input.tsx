/** One of a tree, chosen level by level or found by its name; what is shown is the whole path. */
import { Cascader } from 'antd';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useClear } from '@/components/use-clear';

import { BETWEEN } from '../choice-paths';

import { chosenOf, common, rawOf, type InputProps } from './input-props';
import styles from './inputs.module.css';
import { RawText } from './raw-text';

export interface TreeOption {
  value: string;
  label: string;
  children?: TreeOption[];
  disabled?: boolean;
}

interface Props extends InputProps {
  options: TreeOption[];
  /** A branch may be chosen as well as a leaf. */
  anyLevel: boolean;
  loading?: boolean;
  /** Names of a value that is not offered any more. */
  nameOf: (path: string[]) => string;
}

/** By any part of the path's names. */
const SEARCH = {
  limit: 50,
  filter: (text: string, path: TreeOption[]) =>
    path
      .map(({ label }) => label)
      .join(BETWEEN)
      .toLowerCase()
      .includes(text.trim().toLowerCase()),
};

export function TreeInput({ options, anyLevel, loading = false, nameOf, ...props }: Props) {
  const clear = useClear();
  const { t } = useTranslation('entry');
  const chosen = chosenOf(props.value);
  return (
    <Cascader<TreeOption>
      {...common(props)}
      className={styles.wide ?? ''}
      classNames={{ popup: { root: styles.tree ?? '' } }}
      allowClear={clear}
      loading={loading}
      placeholder={<RawText text={rawOf(props.value)} otherwise={t('choose')} />}
      options={options}
      changeOnSelect={anyLevel}
      expandTrigger="click"
      showSearch={SEARCH}
      suffix={<Search size={14} aria-hidden="true" />}
      displayRender={() => nameOf(chosen)}
      value={chosen}
      // Cleared, there is no path at all, whatever its types say.
      onChange={(path) => props.onChange(Array.isArray(path) ? path : [])}
    />
  );
}
