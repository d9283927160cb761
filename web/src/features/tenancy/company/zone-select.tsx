/** A time zone, found by what people know of it: a city, the name of the time, or the hours from Greenwich. */
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { BY_LABEL } from '@/components/searching';
import { useLabelLanguage } from '@/entities/field/label';

import styles from './company.module.css';
import { matches, zonesOf } from './zones';

interface Props {
  id?: string;
  value?: string;
  onChange?: (zone: string) => void;
  disabled?: boolean;
}

export function ZoneSelect({ id, value = '', onChange, disabled = false }: Props) {
  const { t } = useTranslation('tenancy');
  const language = useLabelLanguage();
  const [now] = useState(() => Date.now());
  // Describing hundreds of zones takes a moment, which only those spend who want to choose.
  const [opened, setOpened] = useState(false);
  const zones = useMemo(
    () => zonesOf(language, value, now, opened ? undefined : []),
    [language, value, now, opened],
  );
  return (
    <>
      <Select<string>
        {...(id === undefined ? {} : { id })}
        value={value}
        {...(disabled ? { disabled } : {})}
        options={zones}
        onOpenChange={(open) => open && setOpened(true)}
        notFoundContent={t('company.zoneNone')}
        showSearch={{
          ...BY_LABEL,
          filterOption: (search, option) =>
            option !== undefined && matches(option as (typeof zones)[number], search),
        }}
        optionRender={({ data }) => (
          <span className={styles.zone}>
            <span>{data.label}</span>
            <span className={`${styles.offset} figures`}>{data.offset}</span>
          </span>
        )}
        onChange={(chosen) => onChange?.(chosen)}
      />
      <ClockThere zone={value} />
    </>
  );
}

function ClockThere({ zone }: { zone: string }) {
  const { t } = useTranslation('tenancy');
  const language = useLabelLanguage();
  const [now] = useState(() => Date.now());
  const time = useMemo(() => {
    try {
      return new Intl.DateTimeFormat(language, {
        timeZone: zone,
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(now);
    } catch {
      return '';
    }
  }, [language, zone, now]);
  return time === '' ? null : <p className={styles.clock}>{t('company.zoneNow', { time })}</p>;
}
