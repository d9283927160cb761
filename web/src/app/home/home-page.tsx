import { useTranslation } from 'react-i18next';

import { Page as Frame } from '@/components/page';
import { useMe } from '@/lib/session/me';

import { FirstSteps } from './first-steps';

export function Page() {
  const { t } = useTranslation('app');
  const me = useMe();
  return (
    <Frame title={t('home.title', { name: me.name })} width="narrow">
      <FirstSteps steps={me.first_steps} />
    </Frame>
  );
}
