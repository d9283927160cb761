import { Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { TextInput } from './text-input';

/** The server decides what an address is; this catches only what is plainly none. */
export function EmailItem({ label }: { label: string }) {
  const { t } = useTranslation('components');
  return (
    <Form.Item
      name="email"
      label={label}
      validateTrigger="onBlur"
      rules={[
        { required: true, message: t('email.missing') },
        { pattern: /^\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$/, message: t('email.wrong') },
      ]}
    >
      <TextInput size="large" type="email" inputMode="email" autoComplete="username" maxLength={320} />
    </Form.Item>
  );
}
