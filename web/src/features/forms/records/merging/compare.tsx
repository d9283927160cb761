/** Two records field by field: where they differ, whose value stays; and what of the other moves along. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { Field } from '@/entities/field/definition';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { LinksProvider } from '@/entities/field/linked/links-provider';
import { ValueText } from '@/entities/field/value-text';

import type { MergePreview, Source } from './api';
import styles from './compare.module.css';

interface Props {
  preview: MergePreview;
  fields: Field[];
  /** By field, what differs from what is proposed. */
  chosen: Record<string, Source>;
  onChoose: (field: string, source: Source) => void;
}

export function Compare({ preview, fields, chosen, onChoose }: Props) {
  const { t } = useTranslation('forms');
  const { survivor, loser, children, refusals } = preview;
  const differing = preview.fields.filter(({ options }) => options.length > 1);
  const known = new Map(fields.map((field) => [field.id, field]));
  return (
    <div className={styles.compare}>
      {refusals.length > 0 && (
        <ul className={styles.refusals} role="alert">
          {refusals.map(({ path, message }) => (
            <li key={path + message}>{message}</li>
          ))}
        </ul>
      )}
      <p>
        {t('merge.hint', {
          survivor: survivor.title || survivor.serial || t('records.untitled'),
          loser: loser.title || loser.serial || t('records.untitled'),
        })}
      </p>
      {differing.length === 0 && <p>{t('merge.alike')}</p>}
      {differing.map(({ field: id, options, proposed }) => {
        const field = known.get(id);
        return (
          field && (
            <Choice
              key={id}
              field={field}
              options={options}
              source={chosen[id] ?? proposed}
              preview={preview}
              onChoose={(source) => onChoose(id, source)}
            />
          )
        );
      })}
      <Moving links={children} />
    </div>
  );
}

interface ChoiceProps {
  field: Field;
  options: Source[];
  source: Source;
  preview: MergePreview;
  onChoose: (source: Source) => void;
}

function Choice({ field, options, source, preview, onChoose }: ChoiceProps) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const name = useId();
  return (
    <fieldset className={styles.field}>
      <legend className={styles.name}>{labelText(field.name, language)}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option} className={styles.option} data-chosen={option === source}>
            <input type="radio" name={name} checked={option === source} onChange={() => onChoose(option)} />
            <span className={styles.text}>
              <span className={styles.source}>{t(`merge.source.${option}`)}</span>
              {option !== 'union' && <Value field={field} record={preview[option]} />}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Value({ field, record }: { field: Field; record: MergePreview['survivor'] }) {
  const values = record.values as Record<string, unknown>;
  return (
    <LinksProvider links={record.links} inert>
      <ValueText field={field} value={values[field.id]} recordId={record.id} />
    </LinksProvider>
  );
}

function Moving({ links }: { links: MergePreview['children'] }) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  return (
    <section className={styles.moving}>
      <h3 className={styles.name}>{t('merge.moving')}</h3>
      {links.length > 0 && (
        <ul>
          {links.map(({ form_id: formId, form_name: form, path, name, count, exact }) => (
            <li key={`${formId} ${path}`}>
              {t(exact ? 'merge.count' : 'merge.countMore', {
                form: labelText(form, language),
                link: labelText(name, language),
                number: count,
              })}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.about}>{t('merge.movingHint')}</p>
    </section>
  );
}
