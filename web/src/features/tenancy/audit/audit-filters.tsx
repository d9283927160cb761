/** Who, what, when: everything stands in the address, so a search can be sent to a colleague. */
import { Button, Select } from 'antd';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { DayPicker } from '@/components/day-picker';
import { BY_LABEL } from '@/components/searching';
import { MemberSelect } from '@/entities/member/member-select';

import { actionsOf, KINDS } from './actions';
import styles from './audit-filters.module.css';
import { PERIODS, type Period } from './period';

export interface Filters {
  person: string;
  action: string;
  period: string;
  from: string;
  to: string;
  /** `department.<id>`: a kind and an id. */
  about: string;
}

/** Frozen, so that the address does not change with every rendering. */
export const NO_FILTERS: Filters & Record<string, string> = {
  person: '',
  action: '',
  period: 'all',
  from: '',
  to: '',
  about: '',
};

interface Props {
  filters: Filters;
  onChange: (changes: Partial<Filters>) => void;
  /** What the log is narrowed down to, by name. */
  about: string;
}

export function AuditFilters({ filters, onChange, about }: Props) {
  const { t } = useTranslation('tenancy');
  const actions = KINDS.map((kind) => ({
    label: t(`kinds.${kind}`),
    options: [
      { value: `${kind}.`, label: t('audit.allOf', { kind: t(`kinds.${kind}`) }) },
      ...actionsOf(kind).map((action) => ({ value: action, label: t(`actions.${action}.name`) })),
    ],
  }));
  return (
    <>
      <span className={styles.select}>
        <MemberSelect
          label={t('audit.person')}
          placeholder={t('audit.anyone')}
          everybody
          value={filters.person}
          onChange={(person) => onChange({ person })}
        />
      </span>
      <Select
        className={styles.select ?? ''}
        aria-label={t('audit.action')}
        value={filters.action}
        options={[{ value: '', label: t('audit.everything') }, ...actions]}
        showSearch={BY_LABEL}
        popupMatchSelectWidth={false}
        onChange={(action) => onChange({ action })}
      />
      <Select
        className={styles.period ?? ''}
        aria-label={t('audit.period')}
        value={filters.period as Period}
        options={PERIODS.map((value) => ({ value, label: t(`audit.periods.${value}`) }))}
        onChange={(period) => onChange({ period, from: '', to: '' })}
      />
      {filters.period === 'own' && (
        <span className={styles.days}>
          <DayPicker
            label={t('audit.since')}
            value={filters.from}
            max={filters.to}
            onChange={(from) => onChange({ from })}
          />
          <span aria-hidden="true">–</span>
          <DayPicker
            label={t('audit.until')}
            value={filters.to}
            min={filters.from}
            onChange={(to) => onChange({ to })}
          />
        </span>
      )}
      {filters.about !== '' && (
        <span className={styles.about}>
          {t('audit.about', { name: about })}
          <Button
            type="text"
            size="small"
            icon={<X size={14} aria-hidden="true" />}
            aria-label={t('audit.aboutAll')}
            onClick={() => onChange({ about: '' })}
          />
        </span>
      )}
    </>
  );
}
