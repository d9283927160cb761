/**
 * A dialog on the browser's own `<dialog>`: focus stays inside, Esc closes, the page behind is inert. On a phone it
 * comes up from the bottom edge; `side` opens at the right edge and is for looking and editing beside a list;
 * `wide` has room for two columns.
 */
import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import styles from './dialog.module.css';

interface Props {
  open: boolean;
  title: string;
  /** Called for Esc, the cross and a press outside; the owner decides. */
  onClose: () => void;
  place?: 'middle' | 'side' | 'wide';
  footer?: ReactNode;
  children: ReactNode;
}

export function Dialog({ open, title, onClose, place = 'middle', footer, children }: Props) {
  const { t } = useTranslation('components');
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const dialog = element.current;
    if (!dialog || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }, [open]);

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Esc is the key for it.
    <dialog
      ref={element}
      className={styles.dialog}
      data-place={place}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      {open && (
        <div className={styles.sheet}>
          <header className={styles.header}>
            <h2 id={heading} className={styles.title}>
              {title}
            </h2>
            <button type="button" className={styles.close} aria-label={t('close')} onClick={onClose}>
              <X size={18} aria-hidden="true" />
            </button>
          </header>
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </div>
      )}
    </dialog>
  );
}
