/** Where somebody stands in the company: the same fields for an invitation and for a member. */
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { BY_LABEL } from '@/components/searching';
import { useClear } from '@/components/use-clear';
import { MemberSelect } from '@/entities/member/member-select';
import { useCan } from '@/lib/session/me';

import { DepartmentSelect } from './department-select';
import { usePositions, useRoles } from './org-api';

export function PlaceItems({ self }: { self?: string }) {
  const clear = useClear();
  const { t } = useTranslation(['directory', 'components']);
  const can = useCan();
  const positions = usePositions().data?.items ?? [];
  const roles = useRoles().data?.items ?? [];
  return (
    <>
      <Form.Item name="department_id" label={t('directory:place.department')}>
        <DepartmentSelect placeholder={t('directory:place.rootDepartment')} />
      </Form.Item>
      <Form.Item
        name="position_id"
        label={t('directory:place.position')}
        getValueProps={(value?: string) => ({ value: value === '' ? undefined : value })}
        normalize={(value?: string) => value ?? ''}
      >
        <Select
          allowClear={clear}
          placeholder={t('directory:place.none')}
          options={positions.map(({ id, name }) => ({ value: id, label: name }))}
          showSearch={BY_LABEL}
          notFoundContent={t('directory:place.noPositions')}
        />
      </Form.Item>
      <Form.Item
        name="manager_id"
        label={t('directory:place.manager')}
        extra={t('directory:place.managerHint')}
      >
        <MemberSelect
          placeholder={t('directory:place.headManages')}
          {...(self === undefined ? {} : { without: [self] })}
        />
      </Form.Item>
      <Form.Item
        name="role_ids"
        label={t('directory:place.roles')}
        {...(can('roles.manage') ? {} : { extra: t('directory:place.rolesLocked') })}
        rules={[{ required: true, type: 'array', min: 1, message: t('directory:place.rolesMissing') }]}
      >
        <Select
          mode="multiple"
          disabled={!can('roles.manage')}
          options={roles.map(({ id, name }) => ({ value: id, label: name }))}
          showSearch={BY_LABEL}
        />
      </Form.Item>
    </>
  );
}
