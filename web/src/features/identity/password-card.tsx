/** A new password of one's own: what it does to the other devices stands there before it is done. */
import { Button, Form } from 'antd';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { Notice } from '@/components/notice';
import { PasswordItem } from '@/components/password-item';
import { ProblemNote } from '@/components/problem-note';
import { Stack } from '@/components/stack';
import { PasswordInput } from '@/components/text-input';
import { useMe } from '@/lib/session/me';
import { useSubmit } from '@/lib/submit/use-submit';

import styles from './account.module.css';
import { useChangePassword } from './api';

interface Values {
  old_password: string;
  password: string;
}

export function PasswordCard() {
  const { t } = useTranslation('identity');
  const { email } = useMe();
  const [form] = Form.useForm<Values>();
  const [done, setDone] = useState(false);
  const change = useChangePassword();
  const { busy, error, submit } = useSubmit<Values>(form, async (values) => {
    setDone(false);
    await change.mutateAsync(values);
    form.resetFields();
    setDone(true);
  });
  return (
    <Card title={t('changePassword.title')}>
      <p className={styles.hint}>{t('changePassword.hint')}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        className={styles.form ?? ''}
      >
        {/* So that a password manager knows whose password it is. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <Form.Item
          name="old_password"
          label={t('changePassword.old')}
          rules={[{ required: true, message: t('changePassword.oldMissing') }]}
        >
          <PasswordInput autoComplete="current-password" maxLength={1024} />
        </Form.Item>
        <PasswordItem label={t('changePassword.password')} size="middle" />
        <Stack>
          {done && <Notice icon={CircleCheck}>{t('changePassword.done')}</Notice>}
          <ProblemNote error={error} />
          <div>
            <Button htmlType="submit" loading={busy}>
              {t('changePassword.submit')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  );
}
