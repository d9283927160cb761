/** The form as people will meet it. It can be tried, and keeps nothing. */
import { Checkbox, Input, Radio, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { labelText, type Field } from '@/lib/forms/definition';

import { isComputed } from '../model/catalogue';
import { columnsOf } from '../model/changes';
import { choiceText } from '../model/choices';

import { useEditor } from './editor';
import styles from './preview-dialog.module.css';

export function PreviewDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const description = labelText(definition.description, language);
  return (
    <Dialog open={open} title={labelText(definition.name, language)} place="side" onClose={onClose}>
      <div className={styles.preview}>
        <p className={styles.note}>{t('preview.note')}</p>
        {description && <p>{description}</p>}
        {definition.fields.map((field) => (
          <Item key={field.id} field={field} />
        ))}
      </div>
    </Dialog>
  );
}

function Item({ field }: { field: Field }) {
  const { t } = useTranslation('forms-editor');
  const { language } = useEditor();
  const id = useId();
  const help = labelText(field.help, language);
  const optional = !field.required && !isComputed(field.type);
  return (
    <div className={styles.item}>
      <label htmlFor={id} className={styles.label}>
        {labelText(field.name, language)}
        {optional && <span className={styles.optional}>{t('preview.optional')}</span>}
      </label>
      <PreviewInput field={field} id={id} />
      {help && <p className={styles.help}>{help}</p>}
    </div>
  );
}

function PreviewInput({ field, id }: { field: Field; id: string }) {
  const { t } = useTranslation('forms-editor');
  const { language } = useEditor();
  const options = field.options ?? {};
  const choices = (options.choices ?? []).map((choice) => ({
    value: choice.value,
    label: choiceText(choice, language),
  }));
  const start =
    typeof field.default === 'string' && !field.default.startsWith('@') ? field.default : undefined;
  switch (field.type) {
    case 'long_text':
      return <Input.TextArea id={id} className="grows" maxLength={options.max_length ?? 20_000} />;
    case 'number':
    case 'money':
    case 'percent': {
      const suffix = field.type === 'percent' ? '%' : options.unit;
      return (
        <Input
          id={id}
          inputMode="decimal"
          defaultValue={field.type === 'percent' ? undefined : start}
          prefix={options.currency}
          suffix={suffix}
        />
      );
    }
    case 'date':
      return <Input id={id} type="date" />;
    case 'datetime':
      return <Input id={id} type="datetime-local" />;
    case 'choice':
      if (choices.length > 5) return <Select id={id} options={choices} defaultValue={start} />;
      return <Radio.Group id={id} options={choices} defaultValue={start} />;
    case 'choices':
      return <Checkbox.Group options={choices} />;
    case 'lines':
      return (
        <div className={styles.lines}>
          {columnsOf(field).map((column) => (
            <Item key={column.id} field={column} />
          ))}
        </div>
      );
    case 'formula':
    case 'serial':
      return <p className={styles.computed}>{t(`sample.${field.type}`)}</p>;
    case 'member':
    case 'department':
    case 'attachment':
      return <Input id={id} readOnly placeholder={t(`sample.${field.type}`)} />;
    default:
      return <Input id={id} defaultValue={start} maxLength={options.max_length ?? 200} />;
  }
}
