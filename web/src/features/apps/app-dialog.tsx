/** A new app, or another name and look of one. */
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { FormDialog } from '@/components/form-dialog';
import { TextInput } from '@/components/text-input';
import { FORM_COLOR_NAMES } from '@/config/theme/form-colors';
import type { App } from '@/entities/app/api';
import type { Label } from '@/entities/field/label';
import { FormIcon } from '@/entities/form/form-icon';
import { FORM_ICON_NAMES } from '@/entities/form/icons';
import { LookChoice } from '@/entities/form/look-choice';

import { lookOf, useSaveApp } from './api';
import styles from './apps.module.css';

interface Values {
  name: string;
  english: string;
  icon: string;
  color: string;
}

interface Props {
  open: boolean;
  /** None: a new one. */
  before: App | null;
  onClose: () => void;
}

export function AppDialog({ open, before, onClose }: Props) {
  const { t } = useTranslation(['apps', 'components']);
  const save = useSaveApp(before);
  return (
    <FormDialog<Values>
      open={open}
      title={before ? t('apps:edit') : t('apps:add')}
      label={before ? t('components:form.save') : t('apps:add')}
      initial={{
        ...namesOf(before?.name ?? ''),
        icon: before?.icon ?? '',
        color: before?.color ?? '',
      }}
      onClose={onClose}
      onSubmit={(values) => save.mutateAsync({ name: labelOf(values), ...lookOf(values) })}
    >
      <Form.Item
        name="name"
        label={t('apps:name')}
        rules={[{ required: true, whitespace: true, message: t('apps:nameMissing') }]}
      >
        <TextInput maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="english" label={t('apps:english')} extra={t('apps:englishHint')}>
        <TextInput maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="icon" noStyle>
        <IconChoice />
      </Form.Item>
      <div className={styles.colors}>
        <Form.Item name="color" noStyle>
          <ColorChoice />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

interface Choosing {
  /** Given by the form. */
  value?: string;
  onChange?: (value: string) => void;
}

function IconChoice({ value = '', onChange = () => undefined }: Choosing) {
  const { t } = useTranslation('forms-editor');
  return (
    <LookChoice
      label={t('look.icon')}
      names={FORM_ICON_NAMES}
      chosen={FORM_ICON_NAMES.find((name) => name === value) ?? 'file-text'}
      nameOf={(name) => t(`look.icons.${name}`)}
      onChoose={onChange}
    >
      {(name) => <FormIcon icon={name} color="gray" small />}
    </LookChoice>
  );
}

function ColorChoice({ value = '', onChange = () => undefined }: Choosing) {
  const { t } = useTranslation('forms-editor');
  return (
    <LookChoice
      label={t('look.color')}
      names={FORM_COLOR_NAMES}
      chosen={FORM_COLOR_NAMES.find((name) => name === value) ?? 'blue'}
      nameOf={(name) => t(`look.colors.${name}`)}
      onChoose={onChange}
    >
      {(name) => <FormIcon icon="file-text" color={name} small />}
    </LookChoice>
  );
}

function namesOf(label: Label): Pick<Values, 'name' | 'english'> {
  if (typeof label === 'string') return { name: label, english: '' };
  const english = label.en ?? '';
  return { name: label['zh-CN'] ?? english, english: label['zh-CN'] === undefined ? '' : english };
}

function labelOf({ name, english }: Values): Label {
  return english.trim() === '' ? name.trim() : { 'zh-CN': name.trim(), en: english.trim() };
}
