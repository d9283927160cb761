/** What a rule does while its condition holds, or does not. */
import { Button, Select } from 'antd';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import { BY_LABEL } from '@/components/searching';
import type { RuleAction as Action } from '@/entities/entry/rule-plan';
import { labelText } from '@/entities/field/label';
import { useEditor } from '@/entities/form/editing/editor';
import { withOption } from '@/lib/editing/omit';

import { LabelSetting } from '../label-setting';

import { ACTS, targetsOf, withAct, type Act } from './model';
import styles from './rules.module.css';
import { SetValue } from './set-value';

const HIDDEN = ['keep', 'clear', 'default'] as const;

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
  const targets = targetsOf(act, definition.fields);
  const options = targets.map(({ path, field, lines }) => ({
    value: path,
    label: lines
      ? t('rules.column', { lines: labelText(lines.name, language), name: labelText(field.name, language) })
      : labelText(field.name, language),
  }));
  const filled = act === 'set' ? targets.find(({ path }) => path === fields[0]) : undefined;
  return (
    <div className={styles.action}>
      <Setting label={t('rules.act')}>
        {(input) => (
          <Select<Act>
            {...input}
            value={act}
            options={ACTS.map((value) => ({ value, label: t(`rules.acts.${value}`) }))}
            onChange={(next) => onChange(withAct(action, next, definition.fields))}
          />
        )}
      </Setting>
      <Setting label={t('rules.fields')} error={faultOf('fields')}>
        {(input) =>
          act === 'set' ? (
            <Select<string | null>
              {...input}
              showSearch={BY_LABEL}
              value={fields[0] ?? null}
              options={options}
              onChange={(next) => {
                if (next !== null) onChange({ act, fields: [next] });
              }}
            />
          ) : (
            <Select<string[]>
              {...input}
              mode="multiple"
              showSearch={BY_LABEL}
              value={fields}
              options={options}
              onChange={(next) => {
                if (next.length > 0) onChange({ ...action, fields: next });
              }}
            />
          )
        }
      </Setting>
      {(act === 'hide' || act === 'show') && (
        <Setting label={t('rules.hidden')}>
          {(input) => (
            <Select<(typeof HIDDEN)[number]>
              {...input}
              value={action.when_hidden ?? 'keep'}
              options={HIDDEN.map((value) => ({ value, label: t(`rules.hiddenValues.${value}`) }))}
              onChange={(value) => onChange({ ...action, when_hidden: value })}
            />
          )}
        </Setting>
      )}
      {filled && (
        <SetValue
          field={filled.field}
          value={action.value}
          error={faultOf('value')}
          onChange={(value) => onChange({ ...action, value }, 'value')}
        />
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
