import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';

import { AuthForm } from '@/components/auth-form';
import { AuthFrame } from '@/components/auth-frame';
import { DeadLink } from '@/components/dead-link';
import { PasswordItem } from '@/components/password-item';
import { isProblem } from '@/lib/api/problem';
import { useLinkToken } from '@/lib/routing/link-token';

import { useResetPassword } from './api';

export function Page() {
  const { t } = useTranslation('identity');
  const token = useLinkToken();
  const navigate = useNavigate();
  const reset = useResetPassword(() => void navigate('/sign-in?reset', { replace: true }));
  const dead = token === '' || isProblem(reset.error, 'link_used_or_expired');
  return (
    <AuthFrame title={t('reset.title')} footer={<Link to="/sign-in">{t('backToSignIn')}</Link>}>
      {dead ? (
        <DeadLink>
          <Link to="/forgot-password">{t('reset.again')}</Link>
        </DeadLink>
      ) : (
        <AuthForm<{ password: string }>
          label={t('reset.submit')}
          onSubmit={({ password }) => reset.mutateAsync({ token, password })}
        >
          <PasswordItem label={t('reset.password')} />
        </AuthForm>
      )}
    </AuthFrame>
  );
}
