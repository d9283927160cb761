import { Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DayPicker } from '@/components/day-picker';
import { FormDialog } from '@/components/form-dialog';
import { BY_LABEL } from '@/components/searching';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { useForms } from '@/entities/form/api';
import { MemberSelect } from '@/entities/member/member-select';
import { dayIn, momentOf } from '@/lib/format/zone';
import { useMe } from '@/lib/session/me';

import { useDelegate } from './away-api';
import styles from './away.module.css';
import { dayAfter } from './calendar-days';

/** Days, the last one included; the names are those of the API, so that its faults come to their fields. */
interface Values {
  to_id: string;
  from_at: string;
  to_at: string;
  form_ids: string[];
}

export function AwayDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation(['directory', 'components']);
  const me = useMe();
  const delegate = useDelegate();
  const { zone } = me.company;
  const [now] = useState(() => Date.now());
  const today = dayIn(now, zone);
  return (
    <FormDialog<Values>
      open={open}
      title={t('directory:away.title')}
      label={t('directory:away.save')}
      initial={{ to_id: '', from_at: today, to_at: '', form_ids: [] }}
      onClose={onClose}
      onSubmit={({ to_id, from_at, to_at, form_ids }) =>
        delegate.mutateAsync({
          to_id,
          from_at: momentOf(`${from_at}T00:00`, zone),
          to_at: momentOf(`${dayAfter(to_at)}T00:00`, zone),
          form_ids,
        })
      }
    >
      <Form.Item
        name="to_id"
        label={t('directory:away.delegate')}
        rules={[{ required: true, message: t('directory:away.delegateMissing') }]}
      >
        <MemberSelect without={[me.id]} />
      </Form.Item>
      <div className={styles.period}>
        <Form.Item
          name="from_at"
          label={t('directory:away.firstDay')}
          rules={[{ required: true, message: t('directory:away.dayMissing') }]}
        >
          <DayPicker className={styles.day ?? ''} />
        </Form.Item>
        <Form.Item
          name="to_at"
          label={t('directory:away.lastDay')}
          rules={[{ required: true, message: t('directory:away.dayMissing') }]}
        >
          <DayPicker className={styles.day ?? ''} min={today} />
        </Form.Item>
      </div>
      <Form.Item
        name="form_ids"
        label={`${t('directory:away.forms')} (${t('components:form.optional')})`}
        extra={t('directory:away.formsHint')}
      >
        <FormsSelect />
      </Form.Item>
    </FormDialog>
  );
}

function FormsSelect({
  id,
  value = [],
  onChange,
}: {
  id?: string;
  value?: string[];
  onChange?: (formIds: string[]) => void;
}) {
  const { t } = useTranslation('directory');
  const language = useLabelLanguage();
  const forms = useForms().items.map((form) => ({ value: form.id, label: labelText(form.name, language) }));
  return (
    <Select<string[]>
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      value={value}
      placeholder={t('away.everyForm')}
      options={forms}
      showSearch={BY_LABEL}
      onChange={(chosen) => onChange?.(chosen)}
    />
  );
}
