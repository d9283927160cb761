import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { EmptyState } from '@/components/empty-state';
import { Page as Frame } from '@/components/page';

export function Page() {
  const { t } = useTranslation('app');
  return (
    <Frame title={t('missing.title')}>
      <EmptyState icon={SearchX} title={t('missing.hint')} action={<Link to="/">{t('missing.home')}</Link>} />
    </Frame>
  );
}
