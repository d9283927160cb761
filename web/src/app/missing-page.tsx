import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { EmptyState } from '@/components/empty-state';
import { useTitle } from '@/components/title';

export function Page() {
  const { t } = useTranslation('app');
  useTitle(t('missing.title'));
  return (
    <EmptyState
      page
      icon={SearchX}
      title={t('missing.title')}
      hint={t('missing.hint')}
      action={<Link to="/">{t('missing.home')}</Link>}
    />
  );
}
