/** A small panel that a button opens: closes on Esc, on a press elsewhere, and when the focus leaves. */
import { useEffect, useRef, useState, type ReactNode } from 'react';

import styles from './popover.module.css';

interface Props {
  /** What the button shows; its words are its name. */
  button: ReactNode;
  className?: string;
  /** Below it ends where the button does; `start` begins where it does. */
  place?: 'below' | 'above' | 'menu' | 'start';
  /** Gets the way to close. */
  children: (close: () => void) => ReactNode;
}

export function Popover({ button, className, place = 'below', children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const onFocus = (event: FocusEvent) => {
      if (event.relatedTarget && !root.current?.contains(event.relatedTarget as Node)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      trigger.current?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    document.addEventListener('focusout', onFocus);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('focusout', onFocus);
    };
  }, [open]);

  return (
    <div ref={root} className={styles.root}>
      <button
        ref={trigger}
        type="button"
        className={className}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div className={styles.panel} data-place={place}>
          {children(() => setOpen(false))}
        </div>
      )}
    </div>
  );
}
