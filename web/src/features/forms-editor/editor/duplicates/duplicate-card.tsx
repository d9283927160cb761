/** One duplicate rule, read as a sentence: records whose … is the same, also in …, are refused. */
import { Button } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { ChoiceSetting } from '@/components/editing/choice-setting';
import { labelText } from '@/entities/field/label';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, type Fault } from '@/entities/form/editing/faults';

import { LabelSetting } from '../label-setting';

import { AcrossSetting } from './across-setting';
import styles from './duplicates.module.css';
import {
  MOST_FORMS,
  MOST_PARTS,
  newAcross,
  POLICIES,
  withAcross,
  withPart,
  type DuplicateRule,
  type Policy,
} from './model';
import { PartSetting } from './part-setting';

export interface RuleProps {
  rule: DuplicateRule;
  faults: Fault[];
  /** `about` joins the letters of one input into one step of undo. */
  onChange: (rule: DuplicateRule, about?: string) => void;
}

export function DuplicateCard(props: RuleProps & { onRemove: () => void }) {
  const { rule, faults, onChange, onRemove } = props;
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const name = labelText(rule.name, language);
  const across = rule.across ?? [];
  const policy = rule.policy ?? 'block';
  const named = rule.fields.map(({ field, as }) => {
    const found = definition.fields.find(({ id }) => id === field);
    const label = found ? labelText(found.name, language) : '…';
    return as === undefined || as === 'exact'
      ? label
      : t('duplicates.namedAs', { field: label, way: t(`duplicates.way.${as}`) });
  });
  return (
    <section className={styles.rule} aria-label={name}>
      <header className={styles.header}>
        <h4 className={styles.name}>{name}</h4>
        <Button
          type="text"
          icon={<Trash2 size={16} aria-hidden />}
          aria-label={t('duplicates.remove', { name })}
          onClick={onRemove}
        />
      </header>
      <p className={styles.about}>
        {t(`duplicates.sentence.${policy}`, { fields: named.join(t('duplicates.and')) })}
      </p>
      <LabelSetting
        label={t('duplicates.name')}
        otherLabel={t('duplicates.nameOther')}
        value={rule.name}
        language={language}
        maxLength={100}
        error={faultFor(faults, 'name')}
        onChange={(label) => onChange({ ...rule, name: label }, 'name')}
      />
      {rule.fields.map((_, index) => (
        <PartSetting key={index} {...props} index={index} />
      ))}
      {rule.fields.length < MOST_PARTS && (
        <Button
          className={styles.add ?? ''}
          type="link"
          icon={<Plus size={16} aria-hidden />}
          onClick={() => onChange(withPart(rule))}
        >
          {t('duplicates.addField')}
        </Button>
      )}
      {across.map((_, index) => (
        <AcrossSetting key={index} {...props} index={index} />
      ))}
      {across.length < MOST_FORMS && (
        <Button
          className={styles.add ?? ''}
          type="link"
          icon={<Plus size={16} aria-hidden />}
          onClick={() => onChange(withAcross(rule, [...across, newAcross(rule)]))}
        >
          {t('duplicates.addForm')}
        </Button>
      )}
      <ChoiceSetting<Policy>
        label={t('duplicates.policy')}
        value={policy}
        options={POLICIES.map((value) => ({
          value,
          label: t(`duplicates.policies.${value}.label`),
          about: t(`duplicates.policies.${value}.about`),
        }))}
        onChange={(value) => onChange({ ...rule, policy: value })}
      />
    </section>
  );
}
