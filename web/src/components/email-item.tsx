import { Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { TextInput } from './text-input';

/** The server decides what an address is; this catches only what is plainly none. */
interface Props {
  label: string;
  /** Pages before the shell have large fields; somebody else's address is not the browser's to fill in. */
  own?: boolean;
}

export function EmailItem({ label, own = true }: Props) {
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
      <TextInput
        size={own ? 'large' : 'middle'}
        type="email"
        inputMode="email"
        autoComplete={own ? 'username' : 'off'}
        maxLength={320}
      />
    </Form.Item>
  );
}
