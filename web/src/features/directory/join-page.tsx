import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { AuthForm } from '@/components/auth-form';
import { AuthFrame } from '@/components/auth-frame';
import { DeadLink } from '@/components/dead-link';
import { ErrorState } from '@/components/error-state';
import { LegalConsent } from '@/components/legal-consent';
import { PasswordItem } from '@/components/password-item';
import { Skeleton } from '@/components/skeleton';
import { PasswordInput, TextInput } from '@/components/text-input';
import { isProblem } from '@/lib/api/problem';
import type { Schemas } from '@/lib/api/types';
import { currentLanguage } from '@/lib/i18n/i18n';
import { useLinkToken } from '@/lib/routing/link-token';
import { nextPath } from '@/lib/routing/page';
import { useEnter } from '@/lib/session/enter';

import { useAcceptInvitation, useInvitation } from './api';

export function Page() {
  const { t } = useTranslation('directory');
  const token = useLinkToken();
  const { data: offer, error, refetch } = useInvitation(token);
  if (offer) return <Offer offer={offer} token={token} />;
  const dead = token === '' || isProblem(error, 'invitation_closed', 'link_used_or_expired', 'not_found');
  return (
    <AuthFrame title={t('join.plainTitle')} footer={<Link to="/sign-in">{t('join.signIn')}</Link>}>
      {dead && <DeadLink>{t('join.again')}</DeadLink>}
      {!dead && error && <ErrorState error={error} again={() => void refetch()} />}
      {!dead && !error && <Skeleton rows={4} />}
    </AuthFrame>
  );
}

interface Values {
  name: string;
  password: string;
}

function Offer({ offer, token }: { offer: Schemas['DirectoryInvitationPreview']; token: string }) {
  const { t } = useTranslation('directory');
  const enter = useEnter();
  const accept = useAcceptInvitation(({ next }) => void enter(nextPath(next)));
  return (
    <AuthFrame
      title={t('join.title', { company: offer.company })}
      hint={t('join.hint', { inviter: offer.inviter, email: offer.email })}
      footer={<Link to="/sign-in">{t('join.signIn')}</Link>}
    >
      <AuthForm<Values>
        label={t('join.submit')}
        initial={{ name: offer.name }}
        onSubmit={({ name, password }) =>
          accept.mutateAsync({ token, name: name.trim(), password, language: currentLanguage() })
        }
      >
        <Form.Item
          name="name"
          label={t('join.name')}
          rules={[{ required: true, whitespace: true, message: t('signUp.nameMissing') }]}
        >
          <TextInput size="large" autoComplete="name" maxLength={60} />
        </Form.Item>
        {offer.has_account ? (
          <Form.Item
            name="password"
            label={t('join.oldPassword')}
            extra={t('join.oldPasswordHint')}
            rules={[{ required: true, message: t('join.passwordMissing') }]}
          >
            <PasswordInput size="large" autoComplete="current-password" maxLength={1024} />
          </Form.Item>
        ) : (
          <PasswordItem label={t('join.password')} />
        )}
      </AuthForm>
      {!offer.has_account && <LegalConsent action={t('join.submit')} />}
    </AuthFrame>
  );
}
