/**
 * Where somebody stands in the company: the same fields for an invitation and for a member, who may have several
 * departments and positions.
 */
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { BY_LABEL } from '@/components/searching';
import { MemberSelect } from '@/entities/member/member-select';
import { useCan } from '@/lib/session/me';

import { DepartmentSelect } from './department-select';
import { useRoles } from './org-api';
import { Placements } from './placements';
import { PositionSelect, PositionsSelect } from './position-select';

interface Props {
  /** The member who is placed; none is an invitation. */
  self?: string;
  disabled?: boolean;
}

export function PlaceItems({ self, disabled = false }: Props) {
  const { t } = useTranslation(['directory', 'components']);
  const can = useCan();
  const roles = useRoles().data?.items ?? [];
  return (
    <>
      {self === undefined ? (
        <>
          <Form.Item name="department_id" label={t('directory:place.department')}>
            <DepartmentSelect placeholder={t('directory:place.rootDepartment')} />
          </Form.Item>
          <Form.Item name="position_id" label={t('directory:place.position')}>
            <PositionSelect />
          </Form.Item>
        </>
      ) : (
        <>
          <Placements disabled={disabled} />
          <Form.Item
            name="other_position_ids"
            label={t('directory:place.otherPositions')}
            extra={t('directory:place.otherPositionsHint')}
          >
            <PositionsSelect />
          </Form.Item>
        </>
      )}
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
