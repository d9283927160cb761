/** The title of a record as a builder reads it: fields by name in brackets; stored are ids in braces. */
import type { Language } from '@/config/languages';
import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';

export function titleShown(stored: string, fields: Field[], language: Language): string {
  return stored.replace(/\{(\w+)\}/g, (whole, id: string) => {
    const field = fields.find((each) => each.id === id);
    return field ? `[${labelText(field.name, language)}]` : whole;
  });
}

/** The first field of a name wins; words in brackets that no field has stay words. */
export function titleStored(shown: string, fields: Field[], language: Language): string {
  return shown.replace(/[[【]([^\][【】]+)[\]】]/g, (whole, name: string) => {
    const field = fields.find((each) => labelText(each.name, language) === name.trim());
    return field ? `{${field.id}}` : whole;
  });
}
