/** One place up or down in an order, by buttons that say of what. */
import { Button } from 'antd';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import styles from './apps.module.css';

interface Props {
  name: string;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  busy: boolean;
}

export function Steps({ name, onUp, onDown, busy }: Props) {
  const { t } = useTranslation('apps');
  if (!onUp && !onDown) return null;
  return (
    <span className={styles.steps}>
      <Button
        type="text"
        size="small"
        icon={<ArrowUp size={15} aria-hidden="true" />}
        aria-label={t('up', { name })}
        disabled={busy || !onUp}
        onClick={onUp}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDown size={15} aria-hidden="true" />}
        aria-label={t('down', { name })}
        disabled={busy || !onDown}
        onClick={onDown}
      />
    </span>
  );
}
