import type { Form } from '@/entities/form/api';
import type { StoredRecord } from '@/entities/record/api';

import type { State } from './api';

const STATES: State[] = ['draft', 'active', 'rejected', 'withdrawn'];

/** Whether this member can put the record into approval: it is his own, a flow waits, and it is in none yet. */
export function isSubmittable(
  record: Pick<StoredRecord, 'created_by' | 'state'>,
  form: Pick<Form, 'flow_id'>,
  memberId: string,
): boolean {
  return form.flow_id !== '' && record.created_by === memberId && STATES.includes(record.state);
}

/** It came back: rejected, or taken back by its author. */
export function isReturned({ state }: Pick<StoredRecord, 'state'>): boolean {
  return state === 'rejected' || state === 'withdrawn';
}
