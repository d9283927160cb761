import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { FormDialog } from '@/components/form-dialog';
import { TextInput } from '@/components/text-input';
import { useCan } from '@/lib/session/me';

import { useSaveRole, type Role } from './org-api';
import { PERMISSIONS, spelledOut, wordOf, type Known } from './permissions';
import styles from './roles.module.css';

interface Values {
  name: string;
  permissions: Known[];
}

interface Props {
  open: boolean;
  /** None: a new one. */
  before: Role | null;
  onClose: () => void;
}

export function RoleDialog({ open, before, onClose }: Props) {
  const { t } = useTranslation(['directory', 'components']);
  const can = useCan();
  const save = useSaveRole();
  return (
    <FormDialog<Values>
      open={open}
      title={before ? t('directory:roles.editOf', { name: before.name }) : t('directory:roles.add')}
      label={before ? t('components:form.save') : t('directory:roles.add')}
      initial={{ name: before?.name ?? '', permissions: spelledOut(before?.permissions ?? []) }}
      onClose={onClose}
      onSubmit={({ name, permissions }) =>
        save.mutateAsync({ before, body: { name: name.trim(), permissions } })
      }
    >
      <Form.Item
        name="name"
        label={t('directory:roles.name')}
        rules={[{ required: true, whitespace: true, message: t('directory:roles.nameMissing') }]}
      >
        <TextInput maxLength={60} />
      </Form.Item>
      <Form.Item name="permissions" label={t('directory:roles.may')} extra={t('directory:roles.mayHint')}>
        <Checkbox.Group className={styles.choices ?? ''}>
          {PERMISSIONS.map((permission) => (
            <Checkbox key={permission} value={permission} disabled={!can(permission)}>
              {t(`directory:permissions.${wordOf[permission]}.name`)}
              <span className={styles.hint}>
                {can(permission)
                  ? t(`directory:permissions.${wordOf[permission]}.hint`)
                  : t('directory:roles.beyond')}
              </span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
    </FormDialog>
  );
}
