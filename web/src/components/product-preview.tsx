/** A quote on its way: what the product does, in one picture. Decoration with words, so it speaks the page's language. */
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Avatar } from './avatar';
import styles from './product-preview.module.css';

const STEPS = ['submitted', 'manager', 'cfo'] as const;

export function ProductPreview() {
  const { t } = useTranslation('components');
  return (
    <div className={styles.preview}>
      <p className={styles.claim}>{t('productPreview.claim')}</p>
      <p className={styles.promise}>{t('productPreview.promise')}</p>
      <figure className={styles.sheet} aria-label={t('productPreview.label')}>
        <div className={styles.head}>
          <div>
            <p className={styles.kind}>{t('productPreview.form')}</p>
            <p className={styles.customer}>{t('productPreview.customer')}</p>
          </div>
          <p className={`${styles.amount} figures`}>¥486,200.00</p>
        </div>
        <ol className={styles.steps}>
          {STEPS.map((step) => (
            <li key={step} className={styles.step}>
              <Avatar name={t(`productPreview.${step}.who`)} size={30} />
              <div>
                <p className={styles.who}>
                  {t(`productPreview.${step}.who`)}
                  <span className={styles.role}>{t(`productPreview.${step}.role`)}</span>
                </p>
                <p className={styles.said}>{t(`productPreview.${step}.said`)}</p>
              </div>
              <span className={styles.done}>
                <Check size={12} strokeWidth={3} aria-hidden="true" />
              </span>
            </li>
          ))}
        </ol>
        <span className={styles.stamp}>{t('productPreview.stamp')}</span>
      </figure>
    </div>
  );
}
