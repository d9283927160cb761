/** What a rule does while its condition holds. */
import { Button, Select } from 'antd';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import { BY_LABEL } from '@/components/searching';
import type { Rule } from '@/entities/entry/rules';
import { labelText } from '@/entities/field/label';
import { isComputed } from '@/entities/field/registry';
import { useEditor } from '@/entities/form/editing/editor';
import { withOption } from '@/lib/editing/omit';

import { LabelSetting } from '../label-setting';

import styles from './rules.module.css';

type Action = Rule['then'][number];

const ACTS = ['show', 'hide', 'require', 'message'] as const;
const HIDDEN = ['keep', 'clear'] as const;

interface Props {
  action: Action;
  number: number;
  faultOf: (setting: string) => string | undefined;
  onChange: (action: Action, about?: string) => void;
  /** The only one stays. */
  onRemove: (() => void) | undefined;
}

export function RuleAction({ action, number, faultOf, onChange, onRemove }: Props) {
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const { act, fields } = action;
  const offered = definition.fields.filter((field) => !isComputed(field));
  return (
    <div className={styles.action}>
      <Setting label={t('rules.act')}>
        {(input) => (
          <Select<Action['act']>
            {...input}
            value={act}
            options={ACTS.map((value) => ({ value, label: t(`rules.acts.${value}`) }))}
            onChange={(next) => onChange({ act: next, fields })}
          />
        )}
      </Setting>
      <Setting label={t('rules.fields')} error={faultOf('fields')}>
        {(input) => (
          <Select
            {...input}
            mode="multiple"
            showSearch={BY_LABEL}
            value={fields}
            options={offered.map(({ id, name }) => ({ value: id, label: labelText(name, language) }))}
            onChange={(next: string[]) => {
              if (next.length > 0) onChange({ ...action, fields: next });
            }}
          />
        )}
      </Setting>
      {act === 'hide' && (
        <Setting label={t('rules.hidden')}>
          {(input) => (
            <Select<'keep' | 'clear'>
              {...input}
              value={action.when_hidden ?? 'keep'}
              options={HIDDEN.map((value) => ({ value, label: t(`rules.hiddenValues.${value}`) }))}
              onChange={(value) => onChange({ ...action, when_hidden: value })}
            />
          )}
        </Setting>
      )}
      {act === 'message' && (
        <LabelSetting
          label={t('rules.text')}
          otherLabel={t('rules.textOther')}
          value={action.text}
          language={language}
          maxLength={200}
          error={faultOf('text')}
          onChange={(text) => onChange(withOption(action, 'text', text || undefined), 'text')}
        />
      )}
      {onRemove && (
        <Button
          type="text"
          icon={<Trash2 size={16} aria-hidden />}
          aria-label={t('rules.removeAct', { number })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}
