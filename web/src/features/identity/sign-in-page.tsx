import { Form } from 'antd';
import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';

import { AuthForm } from '@/components/auth-form';
import { AuthFrame } from '@/components/auth-frame';
import { EmailItem } from '@/components/email-item';
import { Notice } from '@/components/notice';
import { PasswordInput } from '@/components/text-input';
import { companyOf, withoutCompany } from '@/lib/routing/company';
import { nextPath } from '@/lib/routing/page';
import { useEnter } from '@/lib/session/enter';
import { hear } from '@/lib/tabs/tabs';

import { switchCompany, useSignIn, type Session } from './api';
import styles from './sign-in.module.css';

interface Values {
  email: string;
  password: string;
}

export function Page() {
  const { t } = useTranslation('identity');
  const [search] = useSearchParams();
  const enter = useEnter();
  const navigate = useNavigate();
  const next = nextPath(search.get('next'));
  const signIn = useSignIn((session) => void enterAt(session, next, enter));
  useEffect(
    () =>
      hear((said, elsewhere) => {
        // Signed in from another tab of this browser: here, too.
        if (said.kind === 'signed_in' && elsewhere) void navigate(next, { replace: true });
      }),
    [navigate, next],
  );
  return (
    <AuthFrame
      title={t('signIn.title')}
      footer={
        <>
          {t('signIn.noCompany')} <Link to="/sign-up">{t('signIn.signUp')}</Link>
        </>
      }
    >
      {search.has('reset') && (
        <div className={styles.note}>
          <Notice icon={CircleCheck}>{t('signIn.afterReset')}</Notice>
        </div>
      )}
      <AuthForm<Values>
        label={t('signIn.submit')}
        onSubmit={({ email, password }) => signIn.mutateAsync({ email: email.trim(), password })}
      >
        <EmailItem label={t('email')} />
        <div className={styles.password}>
          <Form.Item
            name="password"
            label={t('password')}
            rules={[{ required: true, message: t('passwordMissing') }]}
          >
            <PasswordInput size="large" autoComplete="current-password" maxLength={1024} />
          </Form.Item>
          <Link to="/forgot-password" className={styles.forgot}>
            {t('signIn.forgot')}
          </Link>
        </div>
      </AuthForm>
    </AuthFrame>
  );
}

/** Straight into the company of the mailed link that led here. If that fails, `next` itself asks what to do. */
async function enterAt(
  session: Session,
  next: string,
  enter: (next: string) => Promise<void>,
): Promise<void> {
  const wanted = companyOf(next);
  const elsewhere =
    wanted !== null &&
    wanted !== session.tenant_id &&
    session.companies.some(({ tenant_id: id }) => id === wanted);
  if (elsewhere) {
    try {
      await switchCompany(wanted, crypto.randomUUID());
      next = withoutCompany(next);
    } catch {
      // Signed in all the same.
    }
  }
  await enter(next);
}
