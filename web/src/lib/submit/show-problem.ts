/** The server's faults at the fields that they are about. */
import type { FormInstance } from 'antd';

import { ApiProblem } from '../api/problem';

/**
 * Marks the fields, moves to the first one, and returns what no field of the form can show (null: all was shown).
 * Every form shows the returned error itself, next to its button.
 */
export function showProblem(form: FormInstance, error: Error): Error | null {
  if (!(error instanceof ApiProblem) || error.fields.length === 0) return error;
  const known = error.fields.filter(
    ({ path }) => form.getFieldInstance(path) !== undefined || knows(form, path),
  );
  form.setFields(known.map(({ path, message }) => ({ name: path, errors: [message] })));
  const [first] = known;
  if (first) form.scrollToField(first.path, { behavior: 'smooth', block: 'center', focus: true });
  return known.length === error.fields.length ? null : error;
}

function knows(form: FormInstance, path: (string | number)[]): boolean {
  return form
    .getFieldsError()
    .some(({ name }) => name.length === path.length && name.every((part, at) => part === path[at]));
}
