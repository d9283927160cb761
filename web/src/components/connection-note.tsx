/** Tells that the server cannot be reached, as long as that is so, and that what was typed is still here. */
import { CloudOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

import { isOnline, onConnection } from '@/lib/net/connection';

import styles from './connection-note.module.css';

export function ConnectionNote() {
  const { t } = useTranslation('components');
  const online = useSyncExternalStore(onConnection, isOnline);
  return (
    <div role="status">
      {!online && (
        <p className={styles.note}>
          <CloudOff size={16} aria-hidden="true" />
          {t('connection.lost')}
        </p>
      )}
    </div>
  );
}
