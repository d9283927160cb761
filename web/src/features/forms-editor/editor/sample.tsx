/** What a field will look like to those who fill it in: a picture of it, no input. */
import { useTranslation } from 'react-i18next';

import type { Field } from '@/entities/field/definition';
import { placesOfField } from '@/entities/field/places';

import { choiceText } from '../model/choices';
import { serialExample } from '../model/serial';

import { useEditor } from './editor';
import styles from './sample.module.css';
import { TableSample } from './table-sample';

const SHOWN_CHOICES = 6;

export function Sample({ field, columns }: { field: Field; columns: Field[] }) {
  const { language } = useEditor();
  const words = useSampleText(field);
  if (field.type === 'lines') return <TableSample field={field} columns={columns} />;
  if (field.type === 'choice' || field.type === 'choices') {
    const choices = field.options?.choices ?? [];
    return (
      <div className={styles.choices} aria-hidden="true">
        {choices.slice(0, SHOWN_CHOICES).map((choice) => (
          <span key={choice.value} className={styles.choice} data-kind={field.type}>
            {choiceText(choice, language)}
          </span>
        ))}
        {choices.length > SHOWN_CHOICES && <span>+{choices.length - SHOWN_CHOICES}</span>}
      </div>
    );
  }
  const computed = field.type === 'formula' || field.type === 'serial';
  return (
    <div
      className={styles.input}
      data-computed={computed}
      data-tall={field.type === 'long_text'}
      aria-hidden="true"
    >
      {words}
    </div>
  );
}

function useSampleText(field: Field): string {
  const { t } = useTranslation('forms-editor');
  const options = field.options ?? {};
  switch (field.type) {
    case 'money':
      return `${options.currency ?? ''} ${(0).toFixed(placesOfField(field))}`;
    case 'percent':
      return '%';
    case 'number':
      return options.unit ?? '0';
    case 'serial':
      return serialExample(options.template ?? '', new Date());
    case 'lines':
    case 'choice':
    case 'choices':
      return '';
    default:
      return t(`sample.${field.type}`);
  }
}
