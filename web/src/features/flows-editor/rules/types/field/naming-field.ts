/** The field of a rule that reads people or departments. */
import type { FlowField } from '../../../model/types';
import { namesDepartment } from '../../rule-model';
import type { RuleOf } from '../../rule-type';

/** A level means something for departments only. */
export function withNamingField(rule: RuleOf<'field'>, field: FlowField): RuleOf<'field'> {
  return namesDepartment(field) ? { ...rule, field: field.id } : { type: 'field', field: field.id };
}
