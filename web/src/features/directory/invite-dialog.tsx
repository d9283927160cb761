import { Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { EmailItem } from '@/components/email-item';
import { FormDialog } from '@/components/form-dialog';
import { TextInput } from '@/components/text-input';
import { toast } from '@/components/toast';

import { useInvite, useRoles } from './org-api';
import { PlaceItems } from './place-items';

interface Values {
  email: string;
  name: string;
  department_id?: string;
  position_id?: string;
  manager_id?: string;
  role_ids: string[];
}

interface Props {
  open: boolean;
  /** Where the list stands when the button is pressed. */
  department: string;
  onClose: () => void;
  onSent: () => void;
}

export function InviteDialog({ open, department, onClose, onSent }: Props) {
  const { t } = useTranslation('directory');
  const invite = useInvite();
  const roles = useRoles();
  const plain = roles.data?.items.find(({ builtin, permissions }) => builtin && permissions.length === 0);
  const initial = {
    role_ids: plain ? [plain.id] : [],
    ...(department ? { department_id: department } : {}),
  };
  return (
    <FormDialog<Values>
      // What it starts with is read when it opens: a moment earlier the role that everybody gets would be missing.
      open={open && !roles.isPending}
      title={t('invite.title')}
      label={t('invite.submit')}
      place="side"
      initial={initial}
      onClose={onClose}
      onSubmit={async (values) => {
        await invite.mutateAsync({ ...values, email: values.email.trim(), name: values.name.trim() });
        toast(t('invite.sent', { name: values.name.trim() }));
        onSent();
      }}
    >
      <EmailItem label={t('invite.email')} own={false} />
      <Form.Item
        name="name"
        label={t('invite.name')}
        rules={[{ required: true, whitespace: true, message: t('place.nameMissing') }]}
      >
        <TextInput maxLength={60} autoComplete="off" />
      </Form.Item>
      <PlaceItems />
    </FormDialog>
  );
}
