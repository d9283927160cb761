import { MailCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { AuthForm } from '@/components/auth-form';
import { AuthFrame } from '@/components/auth-frame';
import { EmailItem } from '@/components/email-item';
import { EmphasizedText } from '@/components/emphasized-text';
import { Notice } from '@/components/notice';

import { useRequestReset } from './api';

export function Page() {
  const { t } = useTranslation('identity');
  const request = useRequestReset();
  return (
    <AuthFrame
      title={t('forgot.title')}
      hint={request.isSuccess ? undefined : t('forgot.hint')}
      footer={<Link to="/sign-in">{t('backToSignIn')}</Link>}
    >
      {request.isSuccess ? (
        <Notice icon={MailCheck}>
          <p>
            <EmphasizedText text={t('forgot.sent', { email: request.variables.email })} />
          </p>
          <p>{t('forgot.spam')}</p>
        </Notice>
      ) : (
        <AuthForm<{ email: string }>
          label={t('forgot.submit')}
          onSubmit={({ email }) => request.mutateAsync({ email: email.trim() })}
        >
          <EmailItem label={t('email')} />
        </AuthForm>
      )}
    </AuthFrame>
  );
}
