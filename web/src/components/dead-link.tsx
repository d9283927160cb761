/** A mailed link that leads nowhere any more, and the way to a new one. */
import { Unlink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Notice } from './notice';

export function DeadLink({ children }: { children: ReactNode }) {
  const { t } = useTranslation('components');
  return (
    <Notice icon={Unlink}>
      <p>{t('deadLink')}</p>
      <p>{children}</p>
    </Notice>
  );
}
