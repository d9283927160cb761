/**
 * A dialog on the browser's own `<dialog>`: focus stays inside, Esc closes, the page behind is inert. On a phone it
 * comes up from the bottom edge; `side` opens at the right edge and is for looking and editing beside a list;
 * `wide` has room for two columns, `broad` for a table.
 */
import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import styles from './dialog.module.css';

/** Whoever opens a dialog with something to fill in wants to fill it in. */
const FIRST = '[data-body] :is(input, textarea):enabled:not([type="hidden"], [tabindex="-1"])';

const POPUP =
  ':is(.ant-select-dropdown, .ant-picker-dropdown):not(.ant-select-dropdown-hidden, .ant-picker-dropdown-hidden)';

interface Props {
  open: boolean;
  title: string;
  /** Called for Esc, the cross and a press outside; the owner decides. */
  onClose: () => void;
  place?: 'middle' | 'side' | 'broad' | 'wide';
  footer?: ReactNode;
  children: ReactNode;
}

export function Dialog({ open, title, onClose, place = 'middle', footer, children }: Props) {
  const { t } = useTranslation('components');
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const dialog = element.current;
    if (!dialog || !open) return;
    const before = document.activeElement;
    dialog.showModal();
    // On a phone the keyboard would cover what is to be read first.
    if (matchMedia('(pointer: fine)').matches) dialog.querySelector<HTMLElement>(FIRST)?.focus();
    return () => {
      dialog.close();
      // An owner may take the dialog away without closing it; the browser then forgets where the focus was.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Esc is the key for it.
    <dialog
      ref={element}
      className={styles.dialog}
      data-place={place}
      aria-labelledby={heading}
      onKeyDownCapture={(event) => {
        // A list or a calendar that is open inside takes the key first.
        if (event.key === 'Escape' && element.current?.querySelector(POPUP)) event.preventDefault();
      }}
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
          <div className={styles.body} data-body>
            {children}
          </div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </div>
      )}
    </dialog>
  );
}
