import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '@/components/empty-state';

export function NothingFound({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('flows');
  return (
    <EmptyState title={t('filter.nothing')} action={<Button onClick={onClear}>{t('filter.clear')}</Button>} />
  );
}
