/**
 * The server answers a key for every field and choice. Those that nobody chose follow from ids and values, so that an
 * editor works without them: a field that was added here is then equal to the same one as the server answers it.
 */
import type { Choice, Field } from './definition';
import { columnsOf } from './registry';

const MADE = /^choice_[0-9a-hjkmnp-tv-z]{8}$/;

export function withChosenKeys(fields: Field[]): Field[] {
  return fields.map((field) => {
    const { choices } = field.options ?? {};
    const columns = columnsOf(field);
    const options = {
      ...field.options,
      ...(columns.length > 0 ? { columns: withChosenKeys(columns) } : {}),
      ...(choices ? { choices: choices.map(chosenChoice) } : {}),
    };
    const whole = field.options ? { ...field, options } : field;
    return whole.key === field.id ? withoutKey(whole) : whole;
  });
}

/** For a copy, which is another thing. */
export function withoutKey<T extends { key?: string }>(keyed: T): T {
  const copy = { ...keyed };
  delete copy.key;
  return copy;
}

function chosenChoice(choice: Choice): Choice {
  const derived = choice.key === choice.value || (choice.key !== undefined && MADE.test(choice.key));
  return derived ? withoutKey(choice) : choice;
}
