import { Form, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';

import { FormDialog } from '@/components/form-dialog';
import { BY_LABEL } from '@/components/searching';
import { TextInput } from '@/components/text-input';
import { useCan } from '@/lib/session/me';

import { useEventTypes, useSaveWebhook, type Settings, type Webhook } from './api';

interface Props {
  open: boolean;
  /** None: a new one. */
  before: Webhook | null;
  onClose: () => void;
  onSaved: (webhook: Webhook) => void;
}

export function WebhookDialog({ open, before, onClose, onSaved }: Props) {
  const { t } = useTranslation(['integrations', 'components']);
  const save = useSaveWebhook();
  const types = useEventTypes();
  const known = types.data?.items ?? [];
  const can = useCan();
  return (
    <FormDialog<Settings>
      open={open}
      title={t(before ? 'integrations:edit.title' : 'integrations:add')}
      label={before ? t('components:form.save') : t('integrations:add')}
      place="side"
      initial={{
        url: before?.url ?? '',
        description: before?.description ?? '',
        event_types: before?.event_types ?? [],
        enabled: before?.enabled ?? true,
      }}
      onClose={onClose}
      onSubmit={async ({ url, ...values }) => {
        onSaved(await save.mutateAsync({ before, body: { ...values, url: url.trim() } }));
      }}
    >
      <Form.Item
        name="url"
        label={t('integrations:edit.url')}
        extra={t(before ? 'integrations:edit.urlChange' : 'integrations:edit.urlHint')}
        rules={[{ required: true, whitespace: true, message: t('integrations:edit.urlMissing') }]}
      >
        <TextInput type="url" inputMode="url" placeholder="https://" maxLength={2048} />
      </Form.Item>
      <Form.Item
        name="event_types"
        label={t('integrations:edit.events')}
        extra={
          known.some(({ needs }) => needs !== null && !can(needs)) && t('integrations:edit.eventsLocked')
        }
        rules={[{ required: true, type: 'array', min: 1, message: t('integrations:edit.eventsMissing') }]}
      >
        <Select
          mode="multiple"
          loading={types.isPending}
          options={known.map(({ type, title, needs }) => ({
            value: type,
            label: title,
            disabled: needs !== null && !can(needs),
          }))}
          showSearch={BY_LABEL}
        />
      </Form.Item>
      <Form.Item
        name="description"
        label={`${t('integrations:edit.note')} (${t('components:form.optional')})`}
      >
        <TextInput maxLength={200} />
      </Form.Item>
      {before && (
        <Form.Item name="enabled" label={t('integrations:edit.enabled')} valuePropName="checked">
          <Switch />
        </Form.Item>
      )}
    </FormDialog>
  );
}
