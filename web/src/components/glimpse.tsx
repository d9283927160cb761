/** A quote on its way: what the product does, in one picture. Decoration with words, so it speaks the page's language. */
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Avatar } from './avatar';
import styles from './glimpse.module.css';

const STEPS = ['submitted', 'manager', 'cfo'] as const;

export function Glimpse() {
  const { t } = useTranslation('components');
  return (
    <div className={styles.glimpse}>
      <p className={styles.claim}>{t('glimpse.claim')}</p>
      <p className={styles.promise}>{t('glimpse.promise')}</p>
      <figure className={styles.sheet} aria-label={t('glimpse.label')}>
        <div className={styles.head}>
          <div>
            <p className={styles.kind}>{t('glimpse.form')}</p>
            <p className={styles.customer}>{t('glimpse.customer')}</p>
          </div>
          <p className={`${styles.amount} figures`}>¥486,200.00</p>
        </div>
        <ol className={styles.steps}>
          {STEPS.map((step) => (
            <li key={step} className={styles.step}>
              <Avatar name={t(`glimpse.${step}.who`)} size={30} />
              <div>
                <p className={styles.who}>
                  {t(`glimpse.${step}.who`)}
                  <span className={styles.role}>{t(`glimpse.${step}.role`)}</span>
                </p>
                <p className={styles.said}>{t(`glimpse.${step}.said`)}</p>
              </div>
              <span className={styles.done}>
                <Check size={12} strokeWidth={3} aria-hidden="true" />
              </span>
            </li>
          ))}
        </ol>
        <span className={styles.stamp}>{t('glimpse.stamp')}</span>
      </figure>
    </div>
  );
}
