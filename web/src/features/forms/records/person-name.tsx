/** Who did something, by id; what has no id was done by the system. */
import { useTranslation } from 'react-i18next';

import { useMemberName } from '@/entities/member/names';

export function PersonName({ id }: { id: string }) {
  const { t } = useTranslation('forms');
  const name = useMemberName(id);
  return <>{id === '' ? t('records.system') : (name ?? '…')}</>;
}
