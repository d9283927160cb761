import { useTranslation } from 'react-i18next';

import styles from './brand.module.css';
import { Seal } from './seal';

export function Brand({ size = 28 }: { size?: number }) {
  const { t } = useTranslation('components');
  return (
    <span className={styles.brand}>
      <Seal size={size} />
      <span className={styles.name}>{t('product')}</span>
    </span>
  );
}
