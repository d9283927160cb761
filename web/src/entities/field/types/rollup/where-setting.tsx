/** Which of the records count: a condition over their fields and their state, the same for everybody on every day. */
import { Button } from 'antd';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { Setting } from '@/components/editing/setting';
import { ConditionEditor } from '@/entities/condition/editor/condition-editor';
import { listOperands } from '@/entities/condition/fields';
import { conditionNames, conditionText, NOBODY } from '@/entities/condition/text';
import { comparisonsOf } from '@/entities/condition/tree';
import type { Condition, Operand } from '@/entities/condition/types';
import { useWordsLanguage } from '@/entities/condition/use-condition';
import { useNames } from '@/entities/condition/use-names';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor } from '@/entities/form/editing/faults';
import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import type { Field } from '../../definition';
import type { SettingsProps } from '../../editing/field-design';
import { useOption } from '../../editing/use-option';
import { hasRows } from '../../registry';
import { useTypeWords } from '../../type-words';

const NONE: Condition = { all: [] };
const STATES = ['draft', 'active', 'in_approval', 'approved', 'rejected', 'withdrawn'] as const;

export function WhereSetting(props: SettingsProps & { fields: Field[] }) {
  const { field, faults } = props;
  const words = useTypeWords('rollup');
  const set = useOption(props);
  const [open, setOpen] = useState(false);
  const operands = useChildOperands(props.fields);
  const where = field.options?.where;
  const fault = faultFor(faults, 'options/where');
  const text = useConditionText(where, operands);
  return (
    <>
      <Setting label={words('setting.where')} hint={text || words('setting.whereNone')} error={fault}>
        {({ id, 'aria-describedby': describedBy }) => (
          <Button
            id={id}
            aria-describedby={describedBy}
            icon={<ListFilter size={15} aria-hidden="true" />}
            onClick={() => setOpen(true)}
          >
            {words('setting.whereSet')}
          </Button>
        )}
      </Setting>
      <Dialog
        open={open}
        place="broad"
        title={words('setting.where')}
        onClose={() => setOpen(false)}
        footer={
          <Button type="primary" onClick={() => setOpen(false)}>
            {words('setting.whereDone')}
          </Button>
        }
      >
        <p>{words('setting.whereHint')}</p>
        <ConditionEditor
          still
          value={where ?? NONE}
          operands={operands}
          faults={fault ? [{ at: '', message: fault, warns: false }] : []}
          onChange={(next) => set('where', comparisonsOf(next).length > 0 ? next : undefined)}
        />
      </Dialog>
    </>
  );
}

function useChildOperands(fields: Field[]): Operand[] {
  const words = useTypeWords('rollup');
  const { language } = useEditor();
  const state: Field = {
    id: '@state',
    type: 'choice',
    name: words('state.name'),
    options: { choices: STATES.map((value) => ({ value, name: words(`state.${value}`) })) },
  };
  return listOperands([state, ...fields.filter((each) => !hasRows(each))], language);
}

function useConditionText(where: Condition | undefined, operands: Operand[]): string {
  const { t: conditionT } = useTranslation('condition');
  const language = useWordsLanguage();
  const formats = useFormats(useMe().company.zone);
  const names = useNames(where ? conditionNames(where, operands) : NOBODY);
  if (!where) return '';
  return conditionText(where, { conditionT, language, operands, names, formats });
}
