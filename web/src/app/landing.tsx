import { useTranslation } from 'react-i18next';

/** Says that the installation runs, and where its API is described. */
export function Landing() {
  const { t } = useTranslation('app');
  return (
    <main>
      <h1>{t('product')}</h1>
      <p>
        {t('landing.running')} <a href="/v1/openapi.json">{t('landing.docs')}</a>
      </p>
    </main>
  );
}
