/** The field for a new password, with the rule in sight before it is broken. */
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { PasswordInput } from './text-input';

/** Bytes; the server holds it, too. */
const MIN_BYTES = 10;

interface Props {
  label: string;
  /** `large` on the pages before the shell. */
  size?: 'middle' | 'large';
}

export function PasswordItem({ label, size = 'large' }: Props) {
  const { t } = useTranslation('components');
  return (
    <Form.Item
      name="password"
      label={label}
      extra={t('password.rule')}
      validateTrigger="onBlur"
      rules={[
        { required: true, message: t('password.missing') },
        {
          validator: (_, value: string) =>
            value && new TextEncoder().encode(value).length < MIN_BYTES
              ? Promise.reject(new Error(t('password.short')))
              : Promise.resolve(),
        },
      ]}
    >
      <PasswordInput size={size} autoComplete="new-password" maxLength={1024} />
    </Form.Item>
  );
}
