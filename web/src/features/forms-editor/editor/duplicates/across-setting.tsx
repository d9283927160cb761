/** Another form whose records are compared, too, and which of its fields stand for those of the rule. */
import { Button, Select } from 'antd';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import { BY_LABEL } from '@/components/searching';
import { labelText } from '@/entities/field/label';
import { useLinkableForms, useTargetFields } from '@/entities/field/types/link/use-targets';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor } from '@/entities/form/editing/faults';

import type { RuleProps } from './duplicate-card';
import styles from './duplicates.module.css';
import { chosen, comparable, withAcross, type Across } from './model';

export function AcrossSetting({ rule, faults, index, onChange }: RuleProps & { index: number }) {
  const { t } = useTranslation('forms-editor');
  const { formId, definition, language } = useEditor();
  const all = rule.across ?? [];
  const across = all[index] ?? { form: '', fields: [] };
  const forms = useLinkableForms().filter(({ value }) => value !== formId);
  const fields = useTargetFields(across.form);
  const path = `across/${String(index)}`;
  const number = index + 1;
  const set = (next: Across) =>
    onChange(
      withAcross(
        rule,
        all.map((each, place) => (place === index ? next : each)),
      ),
    );
  const nameOf = (id: string) => {
    const found = definition.fields.find((each) => each.id === id);
    return found ? labelText(found.name, language) : '…';
  };
  return (
    <div className={styles.part}>
      <Setting label={t('duplicates.form', { number })} error={faultFor(faults, `${path}/form`)}>
        {(input) => (
          <Select
            {...input}
            showSearch={BY_LABEL}
            value={chosen(across.form)}
            placeholder={t('duplicates.choose')}
            options={forms}
            labelRender={({ label }) => label ?? t('duplicates.gone')}
            onChange={(form: string) => set({ form, fields: rule.fields.map(() => '') })}
          />
        )}
      </Setting>
      {across.form !== '' &&
        rule.fields.map((part, place) => (
          <Setting
            key={place}
            label={t('duplicates.stands', { field: nameOf(part.field) })}
            error={
              faultFor(faults, `${path}/fields/${String(place)}`) ??
              (place === 0 ? faultFor(faults, `${path}/fields`) : undefined)
            }
          >
            {(input) => (
              <Select
                {...input}
                showSearch={BY_LABEL}
                value={chosen(across.fields[place])}
                placeholder={t('duplicates.choose')}
                options={comparable(fields, language, part.as ?? 'exact')}
                labelRender={({ label }) => label ?? t('duplicates.gone')}
                onChange={(id: string) =>
                  set({
                    ...across,
                    fields: rule.fields.map((_, at) => (at === place ? id : (across.fields[at] ?? ''))),
                  })
                }
              />
            )}
          </Setting>
        ))}
      <Button
        className={styles.add ?? ''}
        type="link"
        icon={<X size={16} aria-hidden />}
        onClick={() =>
          onChange(
            withAcross(
              rule,
              all.filter((_, place) => place !== index),
            ),
          )
        }
      >
        {t('duplicates.removeForm', { number })}
      </Button>
    </div>
  );
}
