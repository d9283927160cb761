/** One field of a duplicate rule, and how it is compared. */
import { Button, Select } from 'antd';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import { BY_LABEL } from '@/components/searching';
import type { Way } from '@/entities/field/compared';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor } from '@/entities/form/editing/faults';

import type { RuleProps } from './duplicate-card';
import styles from './duplicates.module.css';
import { chosen, comparable, waysOf, withField, withoutPart, withWay } from './model';

export function PartSetting({ rule, faults, index, onChange }: RuleProps & { index: number }) {
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const { fields } = definition;
  const part = rule.fields[index];
  const field = fields.find(({ id }) => id === part?.field);
  const way = part?.as ?? 'exact';
  const ways = field ? waysOf(field) : [];
  const number = index + 1;
  const named = (label: string) => (rule.fields.length > 1 ? t('duplicates.nth', { label, number }) : label);
  return (
    <div className={styles.part}>
      <Setting label={named(t('duplicates.field'))} error={faultFor(faults, `fields/${String(index)}`)}>
        {(input) => (
          <Select
            {...input}
            showSearch={BY_LABEL}
            value={chosen(part?.field)}
            placeholder={t('duplicates.choose')}
            options={comparable(fields, language)}
            labelRender={({ label }) => label ?? t('duplicates.gone')}
            onChange={(id: string) => onChange(withField(rule, index, id, fields))}
          />
        )}
      </Setting>
      <Setting label={named(t('duplicates.as'))} hint={t(`duplicates.wayAbout.${way}`)}>
        {(input) => (
          <Select<Way>
            {...input}
            value={way}
            options={[...new Set([...ways, way])].map((each) => ({
              value: each,
              label: t(`duplicates.way.${each}`),
            }))}
            onChange={(next) => onChange(withWay(rule, index, next))}
          />
        )}
      </Setting>
      {rule.fields.length > 1 && (
        <Button
          className={styles.add ?? ''}
          type="link"
          icon={<X size={16} aria-hidden />}
          onClick={() => onChange(withoutPart(rule, index))}
        >
          {t('duplicates.removeField', { number })}
        </Button>
      )}
    </div>
  );
}
