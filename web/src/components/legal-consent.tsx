/** Below a form that makes an account: what one agrees to by it. Opened beside the form, which keeps what was typed. */
import { useTranslation } from 'react-i18next';

import styles from './legal-consent.module.css';

const PAGES: Record<string, string> = { terms: '/terms', privacy: '/privacy' };

export function LegalConsent({ action }: { action: string }) {
  const { t } = useTranslation('components');
  // Text, name of a link, its text, text, … It costs less than the library's Trans, before anybody has signed in.
  const parts = t('consent', { action }).split(/<(terms|privacy)>(.*?)<\/\1>/);
  return (
    <p className={styles.consent}>
      {parts.map((part, index) => {
        if (index % 3 === 0) return part;
        if (index % 3 === 1) return null;
        return (
          <a key={part} href={PAGES[parts[index - 1] ?? '']} target="_blank" rel="noopener">
            {part}
          </a>
        );
      })}
    </p>
  );
}
