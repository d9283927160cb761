/** All conditions of a list in one place: one input for each field, applied together. */
import { Button, Select } from 'antd';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';

import { ConditionInput } from './condition-input';
import { complaintOf, MOST_CONDITIONS, opsOf, says, type Condition, type Op } from './conditions';
import styles from './filter-dialog.module.css';

interface Props {
  fields: Field[];
  conditions: Condition[];
  onApply: (conditions: Condition[]) => void;
  onClose: () => void;
}

export function FilterDialog({ fields, conditions, onApply, onClose }: Props) {
  const { t } = useTranslation(['forms', 'components']);
  const form = useId();
  const [set, setSet] = useState(() => new Map(conditions.map((each) => [each.field, each])));
  const [shown, setShown] = useState(false);
  const wanted = fields.flatMap((field) => set.get(field.id) ?? []).filter(says);
  const faulty = (field: Field) => {
    const condition = set.get(field.id);
    return condition && says(condition) ? complaintOf(field, condition) : null;
  };
  const tooMany = wanted.length > MOST_CONDITIONS;
  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    setShown(true);
    if (tooMany || fields.some((field) => faulty(field) !== null)) return;
    onApply(wanted);
  };
  return (
    <Dialog
      open
      place="side"
      title={t('forms:filter.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => setSet(new Map())}>{t('forms:filter.clear')}</Button>
          <Button type="primary" htmlType="submit" form={form}>
            {t('forms:filter.apply')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} noValidate onSubmit={apply}>
        {fields.map((field) => (
          <FilterRow
            key={field.id}
            field={field}
            condition={set.get(field.id)}
            complaint={shown ? faulty(field) : null}
            onChange={(condition) => setSet(new Map(set).set(field.id, condition))}
          />
        ))}
        {tooMany && (
          <p className={styles.fault} role="alert">
            {t('forms:filter.tooMany', { count: MOST_CONDITIONS })}
          </p>
        )}
      </form>
    </Dialog>
  );
}

interface RowProps {
  field: Field;
  condition: Condition | undefined;
  complaint: ReturnType<typeof complaintOf>;
  onChange: (condition: Condition) => void;
}

function FilterRow({ field, condition, complaint, onChange }: RowProps) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const id = useId();
  const ops = opsOf(field);
  const label = labelText(field.name, language);
  const [first = 'filled'] = ops;
  const now: Condition = condition ?? { field: field.id, op: first, values: [] };
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        {ops.length > 1 && (
          <Select<Op>
            className={styles.op ?? ''}
            size="small"
            variant="borderless"
            popupMatchSelectWidth={false}
            aria-label={t('filter.how', { name: label })}
            value={now.op}
            options={ops.map((op) => ({ value: op, label: t(`filter.op.${op}`) }))}
            onChange={(op) => onChange({ ...now, op, values: [] })}
          />
        )}
      </div>
      <ConditionInput
        id={id}
        field={field}
        label={label}
        condition={now}
        invalid={complaint !== null}
        onChange={(values) => onChange({ ...now, values })}
      />
      {complaint && (
        <p className={styles.fault} role="alert">
          {t(`filter.complaint.${complaint}`)}
        </p>
      )}
    </div>
  );
}
