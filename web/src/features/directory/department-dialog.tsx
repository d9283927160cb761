import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormDialog } from '@/components/form-dialog';
import { TextInput } from '@/components/text-input';
import { MembersSelect } from '@/entities/member/member-select';

import { DepartmentSelect } from './department-select';
import { useSaveDepartment, type Department, type DepartmentValues } from './org-api';

export interface Editing {
  /** None: a new one. */
  before: Department | null;
  parentId: string;
}

export function DepartmentDialog({ editing, onClose }: { editing: Editing | null; onClose: () => void }) {
  const { t } = useTranslation(['directory', 'components']);
  const save = useSaveDepartment();
  // Keeps its content while it closes.
  const [shown, setShown] = useState(editing);
  if (editing && editing !== shown) setShown(editing);
  const before = shown?.before ?? null;
  return (
    <FormDialog<DepartmentValues>
      open={editing !== null}
      title={
        before ? t('directory:departments.editOf', { name: before.name }) : t('directory:departments.add')
      }
      label={before ? t('components:form.save') : t('directory:departments.add')}
      initial={{
        name: before?.name ?? '',
        parent_id: shown?.parentId ?? '',
        head_ids: before?.head_ids ?? [],
      }}
      onClose={onClose}
      onSubmit={(values) => save.mutateAsync({ before, values: { ...values, name: values.name.trim() } })}
    >
      <Form.Item
        name="name"
        label={t('directory:departments.name')}
        rules={[{ required: true, whitespace: true, message: t('directory:departments.nameMissing') }]}
      >
        <TextInput maxLength={60} />
      </Form.Item>
      {shown?.parentId !== '' && (
        <Form.Item name="parent_id" label={t('directory:departments.parent')}>
          <DepartmentSelect outside={before?.id ?? ''} />
        </Form.Item>
      )}
      <Form.Item
        name="head_ids"
        label={`${t('directory:departments.head')} (${t('components:form.optional')})`}
        extra={t('directory:departments.headHint')}
      >
        <MembersSelect placeholder={t('directory:place.none')} />
      </Form.Item>
    </FormDialog>
  );
}
