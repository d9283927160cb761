/** Below a form that makes an account: what one agrees to by it. Opened beside the form, which keeps what was typed. */
import { Trans, useTranslation } from 'react-i18next';

import styles from './legal-consent.module.css';

export function LegalConsent({ action }: { action: string }) {
  const { t } = useTranslation('components');
  return (
    <p className={styles.consent}>
      <Trans
        t={t}
        i18nKey="consent"
        values={{ action }}
        components={{ terms: <Away to="/terms" />, privacy: <Away to="/privacy" /> }}
      />
    </p>
  );
}

function Away({ to, children }: { to: string; children?: string }) {
  return (
    <a href={to} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
