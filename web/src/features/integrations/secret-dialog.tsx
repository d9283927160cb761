/** The one moment in which a signing secret can be read. */
import { Button } from 'antd';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';

import styles from './webhooks.module.css';

export function SecretDialog({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  const { t } = useTranslation('integrations');
  const [copied, setCopied] = useState(false);
  const close = () => {
    setCopied(false);
    onClose();
  };
  return (
    <Dialog
      open={secret !== null}
      title={t('secret.title')}
      onClose={close}
      footer={
        <Button type="primary" onClick={close}>
          {t('secret.done')}
        </Button>
      }
    >
      <p className={styles.text}>{t('secret.text')}</p>
      <div className={styles.secret}>
        <code>{secret}</code>
        <Button
          icon={<Copy size={15} aria-hidden="true" />}
          onClick={() => void navigator.clipboard.writeText(secret ?? '').then(() => setCopied(true))}
        >
          {t(copied ? 'secret.copied' : 'secret.copy')}
        </Button>
      </div>
    </Dialog>
  );
}
