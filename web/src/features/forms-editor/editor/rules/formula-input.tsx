/** A formula of a rule in the words of the form. */
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import { namesAt, toShown, toStored } from '@/entities/field/types/formula/formula-text';
import { useEditor } from '@/entities/form/editing/editor';

interface Props {
  label: string;
  hint: string;
  formula: string;
  fault: string | undefined;
  onChange: (formula: string) => void;
}

export function FormulaInput({ label, hint, formula, fault, onChange }: Props) {
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const names = namesAt(definition, { field: '' }, language);
  const [typed, type] = useState(() => toShown(formula, names));
  // Undo, or the other side of a merge, may have changed it: what was typed here is older then.
  const own = toStored(typed, names);
  const text = own.expression === formula ? typed : toShown(formula, names);
  const [unknown] = own.expression === formula ? own.unknown : [];
  const error = unknown === undefined ? fault : t('rules.unknown', { name: unknown });
  return (
    <Setting label={label} hint={hint} error={error}>
      {(input) => (
        <Input.TextArea
          {...input}
          className="grows"
          maxLength={2000}
          value={text}
          onChange={({ target }) => {
            type(target.value);
            onChange(toStored(target.value, names).expression);
          }}
        />
      )}
    </Setting>
  );
}
