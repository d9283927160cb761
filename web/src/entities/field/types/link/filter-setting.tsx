/** Which records may be chosen: a condition over their fields, that may look at the record that is being filled in. */
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
import { columnsOf, isComputed } from '../../registry';
import { useTypeWords } from '../../type-words';

const NONE: Condition = { all: [] };

export function FilterSetting(props: SettingsProps & { fields: Field[] }) {
  const { field, faults, fields } = props;
  const words = useTypeWords('link');
  const set = useOption(props);
  const [open, setOpen] = useState(false);
  const { language } = useEditor();
  const operands = listOperands(fields, language);
  const own = useOwnOperands(props);
  const filter = field.options?.filter;
  const fault = faultFor(faults, 'options/filter');
  const text = useFilterText(filter, operands, own);
  return (
    <>
      <Setting label={words('setting.filter')} hint={text || words('setting.filterNone')} error={fault}>
        {({ id, 'aria-describedby': describedBy }) => (
          <Button
            id={id}
            aria-describedby={describedBy}
            aria-label={words('setting.filterSet')}
            icon={<ListFilter size={15} aria-hidden="true" />}
            disabled={operands.length === 0}
            onClick={() => setOpen(true)}
          >
            {words('setting.filterSet')}
          </Button>
        )}
      </Setting>
      <Dialog
        open={open}
        place="broad"
        title={words('setting.filter')}
        onClose={() => setOpen(false)}
        footer={
          <Button type="primary" onClick={() => setOpen(false)}>
            {words('setting.filterDone')}
          </Button>
        }
      >
        <p>{words('setting.filterHint')}</p>
        <ConditionEditor
          value={filter ?? NONE}
          operands={operands}
          own={own}
          faults={fault ? [{ at: '', message: fault, warns: false }] : []}
          onChange={(next) => set('filter', comparisonsOf(next).length > 0 ? next : undefined)}
        />
      </Dialog>
    </>
  );
}

/** Of the record, and of a column those of its row first. */
function useOwnOperands({ field, place }: SettingsProps): Operand[] {
  const { definition, language } = useEditor();
  const lines =
    place.column === undefined ? undefined : definition.fields.find(({ id }) => id === place.field);
  const all = [...(lines ? columnsOf(lines) : []), ...definition.fields];
  return listOperands(
    all.filter((each) => each.id !== field.id && !isComputed(each) && columnsOf(each).length === 0),
    language,
  );
}

function useFilterText(filter: Condition | undefined, operands: Operand[], own: Operand[]): string {
  const { t: conditionT } = useTranslation('condition');
  const language = useWordsLanguage();
  const formats = useFormats(useMe().company.zone);
  const names = useNames(filter ? conditionNames(filter, operands) : NOBODY);
  if (!filter || operands.length === 0) return '';
  return conditionText(filter, { conditionT, language, operands, own, names, formats });
}
