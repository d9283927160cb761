import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { AuthFrame } from '@/components/auth-frame';
import { DeadLink } from '@/components/dead-link';
import { ProblemNote } from '@/components/problem-note';
import { Stack } from '@/components/stack';
import { isProblem } from '@/lib/api/problem';
import { useLinkToken } from '@/lib/routing/link-token';
import { nextPath } from '@/lib/routing/page';
import { useEnter } from '@/lib/session/enter';

import { useVerifySignUp } from './api';

/** The link is used by a press, not by looking: mail scanners open links, too. */
export function Page() {
  const { t } = useTranslation('directory');
  const token = useLinkToken();
  const enter = useEnter();
  const verify = useVerifySignUp(({ next }) => void enter(nextPath(next)));
  const dead = token === '' || isProblem(verify.error, 'link_used_or_expired');
  return (
    <AuthFrame
      title={t('verify.title')}
      hint={dead ? undefined : t('verify.hint')}
      footer={<Link to="/sign-in">{t('verify.signIn')}</Link>}
    >
      {dead ? (
        <DeadLink>
          <Link to="/sign-up">{t('verify.again')}</Link>
        </DeadLink>
      ) : (
        <Stack>
          <ProblemNote error={verify.error} />
          <Button
            type="primary"
            size="large"
            block
            loading={verify.isPending || verify.isSuccess}
            onClick={() => verify.mutate({ token })}
          >
            {t('verify.submit')}
          </Button>
        </Stack>
      )}
    </AuthFrame>
  );
}
