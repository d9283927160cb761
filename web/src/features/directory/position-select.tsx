import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { BY_LABEL } from '@/components/searching';
import { useClear } from '@/components/use-clear';

import { usePositions } from './org-api';

interface Props {
  id?: string;
  label?: string;
  className?: string;
  /** An id; empty for none. */
  value?: string;
  onChange?: (positionId: string) => void;
}

export function PositionSelect({ id, label, className, value = '', onChange }: Props) {
  const { t } = useTranslation('directory');
  return (
    <Select<string | null>
      {...(id === undefined ? {} : { id })}
      {...(className === undefined ? {} : { className })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      value={value === '' ? null : value}
      allowClear={useClear()}
      placeholder={t('place.none')}
      options={usePositionOptions()}
      showSearch={BY_LABEL}
      notFoundContent={t('place.noPositions')}
      onChange={(chosen) => onChange?.(chosen ?? '')}
    />
  );
}

/** Positions of no department, beside the main one. */
export function PositionsSelect({
  id,
  value = [],
  onChange,
}: {
  id?: string;
  value?: string[];
  onChange?: (positionIds: string[]) => void;
}) {
  const { t } = useTranslation('directory');
  return (
    <Select<string[]>
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      value={value}
      placeholder={t('place.none')}
      options={usePositionOptions()}
      showSearch={BY_LABEL}
      notFoundContent={t('place.noPositions')}
      onChange={(chosen) => onChange?.(chosen)}
    />
  );
}

function usePositionOptions() {
  const positions = usePositions().data?.items ?? [];
  return positions.map(({ id, name }) => ({ value: id, label: name }));
}
