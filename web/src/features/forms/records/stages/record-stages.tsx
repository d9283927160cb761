/** The stages of a record as bars to move it along; nothing for a form without stages. */
import { isMoved } from '@/entities/field/registry';
import type { Form } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import type { StoredRecord } from '@/entities/record/api';

import { useStages } from './api';
import { StageBar } from './stage-bar';
import styles from './stage-bar.module.css';

interface Props {
  record: StoredRecord;
  /** As it is published now: its stages are those that a record may move to. */
  form: Form | undefined;
}

export function RecordStages({ record, form }: Props) {
  const fields = form ? definitionOf(form.definition, form).fields : [];
  const moved = fields.filter(isMoved);
  const stages = useStages(record.id, moved.length > 0);
  const shown = moved.flatMap((field) => {
    const state = stages.data?.fields.find((each) => each.field === field.id);
    return state ? [{ field, state }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <div className={styles.bars}>
      {shown.map(({ field, state }) => (
        <StageBar key={field.id} record={record} field={field} fields={fields} state={state} />
      ))}
    </div>
  );
}
