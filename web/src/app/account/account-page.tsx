import { useTranslation } from 'react-i18next';

import { Page as Frame } from '@/components/page';
import { Stack } from '@/components/stack';

import { ACCOUNT_CARDS } from './cards';

export function Page() {
  const { t } = useTranslation('app');
  return (
    <Frame title={t('account.title')} width="narrow">
      <Stack>
        {ACCOUNT_CARDS.map((Card, index) => (
          <Card key={index} />
        ))}
      </Stack>
    </Frame>
  );
}
