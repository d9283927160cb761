/** The name of a view and who uses it; what it shows is what the list shows now. */
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

import { FormDialog } from '@/components/form-dialog';
import { toast } from '@/components/toast';
import { RolesSelect } from '@/entities/member/org-select';
import { useCan } from '@/lib/session/me';

import { useSaveView, type View } from './api';
import { viewBody, type Sharing } from './layout';
import type { ListState } from './use-list-state';

interface Props {
  state: ListState;
  open: boolean;
  /** null: a new one. */
  before: View | null;
  onClose: () => void;
}

type Filled = Pick<Sharing, 'name'> & Partial<Sharing>;

const MOST_LETTERS = 60;

export function ViewDialog({ state, open, before, onClose }: Props) {
  const { t } = useTranslation('forms');
  const shares = useCan()('forms.build');
  const save = useSaveView(state.form.id);
  const initial: Filled = before ?? { name: '', audience: 'personal', roles: [] };
  // Who may not share has no such inputs.
  const submit = async ({ name, audience = 'personal', roles = [] }: Filled) => {
    const body = viewBody(state.layout, { name: name.trim(), audience, roles });
    const saved = await save.mutateAsync({ before, body });
    state.choose(saved.id);
    toast(t('views.saved'));
  };
  return (
    <FormDialog<Filled>
      open={open}
      title={t(before ? 'views.edit' : 'views.new')}
      label={t('views.save')}
      initial={initial}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item<Filled>
        name="name"
        label={t('views.name')}
        rules={[{ required: true, whitespace: true, message: t('views.nameMissing') }]}
      >
        <Input maxLength={MOST_LETTERS} autoComplete="off" />
      </Form.Item>
      {shares && (
        <>
          <Form.Item<Filled> name="audience" label={t('views.audience')}>
            <Radio.Group
              options={(['personal', 'roles', 'everyone'] as const).map((value) => ({
                value,
                label: t(`views.for.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item<Filled> noStyle shouldUpdate>
            {({ getFieldValue }) =>
              getFieldValue('audience') === 'roles' && (
                <Form.Item<Filled>
                  name="roles"
                  label={t('views.roles')}
                  rules={[{ required: true, message: t('views.rolesMissing') }]}
                >
                  <Roles label={t('views.roles')} />
                </Form.Item>
              )
            }
          </Form.Item>
        </>
      )}
      <p>{t(shares ? 'views.aboutShared' : 'views.about')}</p>
    </FormDialog>
  );
}

/** Form.Item gives value and onChange. */
function Roles({
  label,
  value = [],
  onChange = () => undefined,
}: {
  label: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}) {
  return <RolesSelect multiple label={label} value={value} onChange={onChange} />;
}
