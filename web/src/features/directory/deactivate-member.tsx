/** Somebody leaves: his session ends, and his open to-dos need a new owner. */
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormDialog } from '@/components/form-dialog';
import { MemberSelect } from '@/entities/member/member-select';
import { isProblem } from '@/lib/api/problem';

import { useDeactivate, type Member } from './org-api';
import styles from './people.module.css';

export function DeactivateMember({ member }: { member: Member }) {
  const { t } = useTranslation(['directory', 'components']);
  const deactivate = useDeactivate(member.id);
  const [open, setOpen] = useState(false);
  const needed = isProblem(deactivate.error, 'successor_needed', 'in_use');
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {t('directory:member.deactivate')}
      </Button>
      <FormDialog<{ successor_id?: string }>
        open={open}
        title={t('directory:member.deactivateTitle', { name: member.name })}
        label={t('directory:member.deactivate')}
        danger
        onClose={() => setOpen(false)}
        onSubmit={({ successor_id = '' }) => deactivate.mutateAsync(successor_id ? { successor_id } : {})}
      >
        <p className={styles.text}>{t('directory:member.deactivateText')}</p>
        <Form.Item
          name="successor_id"
          label={
            needed
              ? t('directory:member.successorField')
              : `${t('directory:member.successorField')} (${t('components:form.optional')})`
          }
          extra={t('directory:member.successorHint')}
          rules={needed ? [{ required: true, message: t('directory:member.successorMissing') }] : []}
        >
          <MemberSelect without={[member.id]} placeholder={t('directory:member.successorNobody')} />
        </Form.Item>
      </FormDialog>
    </>
  );
}
