/** Below an input: what is wrong with what stands in it, or what might be. */
import { useTranslation } from 'react-i18next';

import { isUnparsed, type Cell } from '@/entities/field/cell';
import type { Doubt } from '@/entities/field/parse/reading';

import styles from './field-message.module.css';

interface Props {
  id: string;
  className?: string | undefined;
  message: string | undefined;
  doubt: Doubt | undefined;
  cell: Cell | undefined;
  onClear: () => void;
}

export function FieldMessage({ id, className, message, doubt, cell, onClear }: Props) {
  const { t } = useTranslation('entry');
  if (message === undefined && !doubt) return null;
  return (
    <p id={id} className={`${styles.about ?? ''} ${className ?? ''}`} data-fault={message !== undefined}>
      {message ?? (doubt && t(`doubt.${doubt.code}`, { raw: doubt.raw }))}
      {/* An input that shows nothing chosen has no cross to take it away. */}
      {isUnparsed(cell) && (
        <button type="button" className={styles.clear} onClick={onClear}>
          {t('clear')}
        </button>
      )}
    </p>
  );
}
