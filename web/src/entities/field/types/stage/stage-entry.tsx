/** The condition that a record must meet to enter the stage, and what people are told who do not meet it. */
import { Input } from 'antd';

import { Setting, Toggle } from '@/components/editing/setting';
import { ConditionEditor } from '@/entities/condition/editor/condition-editor';
import { listOperands } from '@/entities/condition/fields';
import { newComparison } from '@/entities/condition/model';
import type { Condition } from '@/entities/condition/types';
import { faultFor, type Fault } from '@/entities/form/editing/faults';
import { textIn, withText } from '@/entities/form/editing/labels';
import { omit, withOption } from '@/lib/editing/omit';

import type { Field, Stage } from '../../definition';
import { useLabelLanguage } from '../../label';
import { hasRows } from '../../registry';
import { useTypeWords } from '../../type-words';

interface Props {
  stage: Stage;
  /** The other fields of the form. */
  fields: Field[];
  faults: Fault[];
  onChange: (stage: Stage, about: string) => void;
}

export function StageEntry({ stage, fields, faults, onChange }: Props) {
  const words = useTypeWords('stage');
  const language = useLabelLanguage();
  const operands = listOperands(
    fields.filter((field) => !hasRows(field)),
    language,
  );
  const within = faults
    .filter(({ setting }) => setting === 'entry' || setting.startsWith('entry/'))
    .map(({ setting, message }) => ({ at: setting.replace(/^entry\/?/, ''), message, warns: false }));
  return (
    <>
      <Toggle
        label={words('rule')}
        checked={stage.entry !== undefined}
        disabled={operands.length === 0}
        onChange={(on) =>
          onChange(
            on
              ? { ...stage, entry: { all: [newComparison(operands)] } }
              : omit(omit(stage, 'entry') as Stage, 'entry_hint'),
            'entry',
          )
        }
      />
      {stage.entry !== undefined && (
        <>
          <ConditionEditor
            value={stage.entry as Condition}
            operands={operands}
            faults={within}
            onChange={(entry) => onChange({ ...stage, entry }, 'entry')}
          />
          <Setting
            label={words('ruleWords')}
            hint={words('ruleWordsHint')}
            error={faultFor(faults, 'entry_hint')}
          >
            {(input) => (
              <Input
                {...input}
                maxLength={100}
                value={textIn(stage.entry_hint ?? '', language, language)}
                onChange={({ target }) => {
                  const hint = withText(stage.entry_hint ?? '', language, target.value, language);
                  onChange(withOption(stage, 'entry_hint', hint === '' ? undefined : hint), 'entry_hint');
                }}
              />
            )}
          </Setting>
        </>
      )}
    </>
  );
}
