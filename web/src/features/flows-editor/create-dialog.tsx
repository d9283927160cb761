/** A new flow: for which form, and how it is called. */
import { Button, Form, Input, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';

import { Dialog } from '@/components/dialog';
import { ProblemNote } from '@/components/problem-note';
import { BY_LABEL } from '@/components/searching';
import { DEFAULT_LANGUAGE, isLanguage } from '@/config/languages';
import { labelText } from '@/entities/field/label';
import { useForms } from '@/entities/form/api';
import { useSubmit } from '@/lib/submit/use-submit';

import { useCreateFlow } from './api';

interface Typed {
  form_id: string;
  name: string;
}

const LONGEST = 100;

interface Props {
  open: boolean;
  /** The form that it is for, if that is known; else ''. */
  formId: string;
  onClose: () => void;
}

export function CreateDialog({ open, formId, onClose }: Props) {
  const { t, i18n } = useTranslation('flows-editor');
  const language = isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
  const navigate = useNavigate();
  const [form] = Form.useForm<Typed>();
  const forms = useForms();
  const usable = forms.items.filter(({ published_version, archived }) => published_version > 0 && !archived);
  const create = useCreateFlow(({ id }) => void navigate(`/manage/flows/${id}`));
  const { busy, error, submit } = useSubmit<Typed>(
    form,
    ({ form_id, name }) => create.mutateAsync({ form_id, name: name.trim(), steps: [] }),
    { leaves: true },
  );
  const usual = usable.find(({ id }) => id === formId);
  const usualName = usual && labelText(usual.name, language);
  useEffect(() => {
    if (open && usualName !== undefined)
      form.setFieldsValue({ form_id: formId, name: t('create.nameOf', { form: usualName }) });
  }, [open, formId, usualName, form, t]);
  const none = !forms.loading && usable.length === 0;
  return (
    <Dialog
      open={open}
      title={t('list.create')}
      onClose={() => {
        if (!busy) onClose();
      }}
      {...(none
        ? {}
        : {
            footer: (
              <Button type="primary" loading={busy} onClick={() => form.submit()}>
                {t('create.go')}
              </Button>
            ),
          })}
    >
      {none ? (
        <p>
          {t('create.noForms')} <Link to="/manage/forms">{t('create.toForms')}</Link>
        </p>
      ) : (
        <Form<Typed> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
          <Form.Item
            name="form_id"
            label={t('create.form')}
            extra={t('create.formHint')}
            rules={[{ required: true, message: t('create.formMissing') }]}
          >
            <Select
              loading={forms.loading}
              showSearch={BY_LABEL}
              placeholder={t('create.formChoose')}
              options={usable.map(({ id, name, flow_id }) => ({
                value: id,
                label: flow_id
                  ? t('create.formTaken', { name: labelText(name, language) })
                  : labelText(name, language),
              }))}
              onChange={(id: string) => {
                const chosen = usable.find((each) => each.id === id);
                if (!chosen || form.isFieldTouched('name')) return;
                form.setFieldsValue({ name: t('create.nameOf', { form: labelText(chosen.name, language) }) });
              }}
            />
          </Form.Item>
          <Form.Item
            name="name"
            label={t('flow.name')}
            rules={[{ required: true, whitespace: true, message: t('setting.nameMissing') }]}
          >
            <Input maxLength={LONGEST} autoComplete="off" />
          </Form.Item>
        </Form>
      )}
      <ProblemNote error={error} />
    </Dialog>
  );
}
