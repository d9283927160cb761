/** A name in the language of the page; in the other one, if the company wants it. */
import { Input } from 'antd';
import { Languages } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import type { Language } from '@/config/languages';
import type { Label } from '@/entities/field/label';
import { otherLanguage, textIn, withText } from '@/entities/form/editing/labels';

import styles from './label-setting.module.css';

interface Props {
  label: string;
  otherLabel: string;
  value: Label | undefined;
  language: Language;
  maxLength: number;
  multiline?: boolean;
  hint?: string;
  error?: string | undefined;
  onChange: (value: Label) => void;
}

export function LabelSetting({ label, otherLabel, value, language, maxLength, onChange, ...rest }: Props) {
  const { t } = useTranslation('forms-editor');
  const { multiline = false, hint, error } = rest;
  const other = otherLanguage(language);
  const otherText = textIn(value, other, language);
  const [asked, ask] = useState(false);
  const open = asked || otherText !== '';
  const Field = multiline ? Input.TextArea : Input;
  const props = { maxLength, autoComplete: 'off', ...(multiline ? { rows: 2 } : {}) };
  return (
    <div className={styles.both}>
      <Setting label={label} error={error} {...(hint ? { hint } : {})}>
        {(input) => (
          <Field
            {...input}
            {...props}
            value={textIn(value, language, language)}
            placeholder={otherText}
            onChange={(event) => onChange(withText(value, language, event.target.value, language))}
          />
        )}
      </Setting>
      {open ? (
        <Setting label={otherLabel}>
          {(input) => (
            <Field
              {...input}
              {...props}
              lang={other}
              value={otherText}
              onChange={(event) => onChange(withText(value, other, event.target.value, language))}
            />
          )}
        </Setting>
      ) : (
        <button type="button" className={styles.add} onClick={() => ask(true)}>
          <Languages size={14} aria-hidden="true" />
          {t('setting.addLanguage', { label: otherLabel })}
        </button>
      )}
    </div>
  );
}
