/** What is selected, and everything that can be set about it. */
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Section, Toggle } from '@/components/editing/setting';
import { type Field, type FieldOptions } from '@/entities/field/definition';
import { DefaultSetting } from '@/entities/field/editing/default-setting';
import { designOf, mayBeIndexed, mayBeUnique } from '@/entities/field/editing/designs';
import type { SettingsProps } from '@/entities/field/editing/field-design';
import { TypeIcon } from '@/entities/field/editing/type-icon';
import { labelText } from '@/entities/field/label';
import { isComputed, isMoved, mayBeCompared } from '@/entities/field/registry';
import { useAllTypeWords } from '@/entities/field/type-words';
import { find, type Place } from '@/entities/form/editing/changes';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, faultsAt } from '@/entities/form/editing/faults';
import { partIn } from '@/entities/form/editing/layout-changes';
import { withOption } from '@/lib/editing/omit';

import { FormSettings } from './form-settings';
import { LabelSetting } from './label-setting';
import { PartSettings } from './part-settings';
import styles from './properties.module.css';

export function Properties() {
  const { definition, selected, part: chosen } = useEditor();
  const field = selected ? find(definition, selected) : undefined;
  const part = partIn(definition, chosen);
  if (part) return <PartSettings key={part.id} part={part} />;
  if (!selected || !field) return <FormSettings />;
  return (
    <FieldProperties key={`${selected.field}/${selected.column ?? ''}`} place={selected} field={field} />
  );
}

function FieldProperties({ place, field }: { place: Place; field: Field }) {
  const { t } = useTranslation('forms-editor');
  const words = useAllTypeWords();
  const { definition, published, language, faults: all, fresh, changeField, select } = useEditor();
  const faults = faultsAt(all, place);
  const column = place.column !== undefined;
  const root = useRef<HTMLDivElement>(null);
  const isFresh = fresh === field.id;
  useEffect(() => {
    if (isFresh) root.current?.querySelector('input')?.select();
  }, [isFresh]);
  const before = published ? find(published, place) : undefined;
  const change = (part: Partial<Field>, about?: string) =>
    changeField(place, tidy({ ...field, ...part }), about);
  const options = (next: FieldOptions, about?: string) => change({ options: next }, about);
  const props: SettingsProps = {
    place,
    field,
    before,
    faults,
    fixed: before?.type === field.type,
    onChange: options,
  };
  const { Settings } = designOf(field.type);
  const wrong = faults.filter(({ setting }) => setting === 'type' || setting === 'id');

  return (
    <div ref={root} className={styles.properties}>
      <header className={styles.header}>
        {column && (
          <button type="button" className={styles.back} onClick={() => select({ field: place.field })}>
            <ArrowLeft size={14} aria-hidden="true" />
            {labelText(find(definition, { field: place.field })?.name, language)}
          </button>
        )}
        <h2 className={styles.title}>
          <TypeIcon type={field.type} size={16} />
          {words(field.type, 'name')}
        </h2>
        <p className={styles.about}>{words(field.type, 'about')}</p>
        {wrong.map(({ message }) => (
          <p key={message} className={styles.fault} role="alert">
            {message}
          </p>
        ))}
      </header>
      <Section title={t('setting.basics')}>
        <LabelSetting
          label={t('setting.name')}
          otherLabel={t('setting.nameOther')}
          value={field.name}
          language={language}
          maxLength={100}
          error={faultFor(faults, 'name')}
          onChange={(name) => change({ name }, 'name')}
        />
        <LabelSetting
          label={t('setting.help')}
          otherLabel={t('setting.helpOther')}
          hint={t('setting.helpHint')}
          value={field.help}
          language={language}
          maxLength={1000}
          multiline
          error={faultFor(faults, 'help')}
          onChange={(help) => change({ help }, 'help')}
        />
        {!isComputed(field) && !isMoved(field) && (
          <Toggle
            label={t('setting.required')}
            checked={field.required === true}
            onChange={(required) => change({ required })}
          />
        )}
        {column && mayBeCompared(field) && (
          <Toggle
            label={t('setting.uniqueInLines')}
            hint={t('setting.uniqueInLinesHint')}
            error={faultFor(faults, 'unique_in_lines')}
            checked={field.unique_in_lines === true}
            onChange={(on) => change({ unique_in_lines: on })}
          />
        )}
      </Section>
      {Settings && <Settings {...props} />}
      <DefaultSetting
        field={field}
        faults={faults}
        onChange={(value) => changeField(place, withOption(field, 'default', value), 'default')}
      />
      {(mayBeUnique(field.type, column) || mayBeIndexed(field.type, column)) && (
        <Section title={t('setting.lists')}>
          {mayBeIndexed(field.type, column) && (
            <Toggle
              label={t('setting.indexed')}
              hint={t('setting.indexedHint')}
              error={faultFor(faults, 'indexed')}
              checked={field.indexed === true}
              onChange={(indexed) => change({ indexed })}
            />
          )}
          {mayBeUnique(field.type, column) && (
            <Toggle
              label={t('setting.unique')}
              hint={t('setting.uniqueHint')}
              error={faultFor(faults, 'unique')}
              checked={field.unique === true}
              onChange={(unique) => change({ unique })}
            />
          )}
        </Section>
      )}
      <p className={styles.id}>{t('setting.id', { id: field.id })}</p>
    </div>
  );
}

/** What is off or empty is left out, as in a field that never had it: otherwise it would count as a change. */
function tidy({ help, required, unique, unique_in_lines: inLines, indexed, ...field }: Field): Field {
  return {
    ...field,
    ...(help ? { help } : {}),
    ...(required ? { required } : {}),
    ...(unique ? { unique } : {}),
    ...(inLines ? { unique_in_lines: inLines } : {}),
    ...(indexed ? { indexed } : {}),
  };
}
