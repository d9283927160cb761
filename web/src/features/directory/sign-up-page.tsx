import { Form } from 'antd';
import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { AuthForm } from '@/components/auth-form';
import { AuthFrame } from '@/components/auth-frame';
import { EmailItem } from '@/components/email-item';
import { EmphasizedText } from '@/components/emphasized-text';
import { LegalConsent } from '@/components/legal-consent';
import { Notice } from '@/components/notice';
import { PasswordItem } from '@/components/password-item';
import { TextInput } from '@/components/text-input';
import { currentLanguage } from '@/lib/i18n/i18n';

import { useSignUp } from './api';
import { SendAgain } from './send-again';

interface Values {
  company: string;
  name: string;
  email: string;
  password: string;
}

export function Page() {
  const { t } = useTranslation('directory');
  const signUp = useSignUp();
  const [typed, setTyped] = useState<Partial<Values>>({});
  const footer = (
    <>
      {t('signUp.known')} <Link to="/sign-in">{t('signUp.signIn')}</Link>
    </>
  );
  if (signUp.isSuccess) {
    return (
      <AuthFrame title={t('signUp.sentTitle')} footer={footer}>
        <Notice icon={MailCheck}>
          <p>
            <EmphasizedText text={t('signUp.sent', { email: signUp.variables.email })} />
          </p>
          <p>{t('signUp.spam')}</p>
        </Notice>
        <SendAgain sent={signUp.variables} onChange={signUp.reset} />
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t('signUp.title')} hint={t('signUp.hint')} footer={footer}>
      <AuthForm<Values>
        label={t('signUp.submit')}
        initial={typed}
        onSubmit={(values) => {
          setTyped(values);
          return signUp.mutateAsync({
            company: values.company.trim(),
            name: values.name.trim(),
            email: values.email.trim(),
            password: values.password,
            language: currentLanguage(),
          });
        }}
      >
        <TextItem name="company" label={t('signUp.company')} missing={t('signUp.companyMissing')} max={100} />
        <TextItem name="name" label={t('signUp.name')} missing={t('signUp.nameMissing')} max={60} />
        <EmailItem label={t('signUp.email')} />
        <PasswordItem label={t('signUp.password')} />
      </AuthForm>
      <LegalConsent action={t('signUp.submit')} />
    </AuthFrame>
  );
}

const AUTOCOMPLETE = { company: 'organization', name: 'name' };

function TextItem({
  name,
  label,
  missing,
  max,
}: {
  name: 'company' | 'name';
  label: string;
  missing: string;
  max: number;
}) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true, message: missing }]}>
      <TextInput size="large" autoComplete={AUTOCOMPLETE[name]} maxLength={max} />
    </Form.Item>
  );
}
