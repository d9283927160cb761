/** The session ended in the middle of something: signing in again on the spot, with the page as it is behind. */
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

import { FormDialog } from '@/components/form-dialog';
import { PasswordInput } from '@/components/text-input';
import { useSignIn } from '@/features/identity/api';
import { useMe } from '@/lib/session/me';
import { announce } from '@/lib/tabs/tabs';

import { signInPath } from '../require-session';

import styles from './sign-in-again.module.css';

export function SignInAgain({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app');
  const { email, company } = useMe();
  const location = useLocation();
  const signIn = useSignIn(() => announce({ kind: 'signed_in' }));
  return (
    <FormDialog<{ password: string }>
      open
      title={t('again.title')}
      label={t('again.submit')}
      onClose={onClose}
      onSubmit={({ password }) => signIn.mutateAsync({ email, password, tenant_id: company.id })}
    >
      <p className={styles.text}>{t('again.text')}</p>
      <p className={styles.who}>
        <span>{t('again.who')}</span> {email}
      </p>
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Form.Item
        name="password"
        label={t('again.password')}
        rules={[{ required: true, message: t('again.passwordMissing') }]}
      >
        {/* eslint-disable-next-line jsx-a11y/no-autofocus -- The dialog has this one field. */}
        <PasswordInput autoComplete="current-password" maxLength={1024} autoFocus />
      </Form.Item>
      <Link to={signInPath(location)} onClick={onClose}>
        {t('again.other')}
      </Link>
    </FormDialog>
  );
}
