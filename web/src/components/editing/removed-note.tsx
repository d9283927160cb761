/** Right after something was deleted: the way back, in sight whatever was scrolled to. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import styles from './removed-note.module.css';

export function RemovedNote({ name, onUndo }: { name: string; onUndo: (() => void) | null }) {
  const { t } = useTranslation('editing');
  return (
    <div className={styles.removed} role="status">
      {t('removed', { name })}
      <Button size="small" onClick={() => onUndo?.()}>
        {t('bringBack')}
      </Button>
    </div>
  );
}
