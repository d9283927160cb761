/** Until when a decision is wanted; loud only when that is over. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';

import styles from './due-text.module.css';

export function DueText({ value }: { value: string }) {
  const { t } = useTranslation('flows');
  const [now] = useState(() => Date.now());
  const over = Date.parse(value) < now;
  return (
    <span className={over ? styles.over : undefined}>
      {t(over ? 'due.over' : 'due.until')} <DateText value={value} />
    </span>
  );
}
