/** It is published: what one would do next. */
import { Button } from 'antd';
import { CircleCheck, Link2 } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import styles from './published-panel.module.css';

interface Props {
  version: number;
  /** What that means for those who fill in. */
  text: string;
  formId: string;
  /** Whoever has published may fill it in, too. */
  open: boolean;
  /** More to go on with; comes first where filling in has to wait for it. */
  more?: ReactNode;
}

export function PublishedPanel({ version, text, formId, open, more }: Props) {
  const { t } = useTranslation('editing');
  const navigate = useNavigate();
  const [copied, setCopied] = useState(false);
  const title = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: without this the reader's place would be, too.
  useEffect(() => title.current?.focus(), []);
  const place = `/forms/${formId}/new`;
  return (
    <div className={styles.panel}>
      <CircleCheck size={36} strokeWidth={1.6} aria-hidden="true" className={styles.icon} />
      <p ref={title} tabIndex={-1} className={styles.title}>
        {t('publish.done', { version })}
      </p>
      <p className={styles.text}>{text}</p>
      <div className={styles.actions}>
        {!open && more}
        {open && (
          <Button type="primary" onClick={() => void navigate(place)}>
            {t('published.start')}
          </Button>
        )}
        <Button
          icon={<Link2 size={15} aria-hidden="true" />}
          onClick={() =>
            void navigator.clipboard
              .writeText(new URL(place, window.location.origin).href)
              .then(() => setCopied(true))
          }
        >
          <span aria-live="polite">{t(copied ? 'published.copied' : 'published.copy')}</span>
        </Button>
        {open && more}
      </div>
    </div>
  );
}
