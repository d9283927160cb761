/** A linked record: of which forms, how many, which may be chosen, and what becomes of it when they are deleted. */
import { Select } from 'antd';
import { Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { ChoiceSetting } from '@/components/editing/choice-setting';
import { Section, Setting, Toggle } from '@/components/editing/setting';
import { BY_LABEL } from '@/components/searching';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor } from '@/entities/form/editing/faults';

import type { OnDelete } from '../../definition';
import { mayBeListed } from '../../editing/designs';
import { defineFieldDesign, type SettingsProps } from '../../editing/field-design';
import { useOption } from '../../editing/use-option';
import { labelText } from '../../label';
import { useTypeWords } from '../../type-words';

import { FilterSetting } from './filter-setting';
import { MOST_COLUMNS, MOST_FORMS, shownColumns, targetsOf, withForms } from './options';
import { useLinkableForms, useTargetFields } from './use-targets';

function Settings(props: SettingsProps) {
  const { field, faults, fixed } = props;
  const { t } = useTranslation('field');
  const words = useTypeWords('link');
  const set = useOption(props);
  const forms = useLinkableForms();
  const targets = targetsOf(field);
  const { multiple = false, create = false, on_delete: onDelete = 'refuse' } = field.options ?? {};
  return (
    <Section title={t('setting.content')}>
      <Setting
        label={words('setting.forms')}
        hint={words('setting.formsHint', { count: MOST_FORMS })}
        error={faultFor(faults, 'options/forms')}
      >
        {(input) => (
          <Select<string[]>
            {...input}
            mode="multiple"
            maxCount={MOST_FORMS}
            value={targets}
            placeholder={words('setting.noForms')}
            showSearch={BY_LABEL}
            options={forms}
            labelRender={({ label }) => label ?? words('setting.goneForm')}
            onChange={(chosen) => props.onChange(withForms(field.options ?? {}, chosen), 'forms')}
          />
        )}
      </Setting>
      <Toggle
        label={t('setting.multiple')}
        {...(fixed ? { hint: t('setting.fixed') } : {})}
        disabled={fixed}
        checked={multiple}
        onChange={(checked) => set('multiple', checked)}
      />
      {targets.length === 1 && <OfOneForm {...props} />}
      <ChoiceSetting<OnDelete>
        label={words('setting.onDelete')}
        error={faultFor(faults, 'options/on_delete')}
        value={onDelete}
        options={offeredOnDelete(props, onDelete).map((value) => ({
          value,
          label: words(`onDelete.${value}.label`),
          about: words(`onDelete.${value}.about`),
        }))}
        onChange={(value) => set('on_delete', value === 'refuse' ? undefined : value)}
      />
      <Toggle
        label={words('setting.create')}
        hint={words('setting.createHint')}
        checked={create}
        onChange={(checked) => set('create', checked)}
      />
    </Section>
  );
}

/** Columns and filter are about the fields of one form. */
function OfOneForm(props: SettingsProps) {
  const { field, faults } = props;
  const words = useTypeWords('link');
  const set = useOption(props);
  const { language } = useEditor();
  const fields = useTargetFields(targetsOf(field)[0] ?? '');
  return (
    <>
      <Setting
        label={words('setting.columns')}
        hint={words('setting.columnsHint', { count: MOST_COLUMNS })}
        error={faultFor(faults, 'options/columns')}
      >
        {(input) => (
          <Select<string[]>
            {...input}
            mode="multiple"
            maxCount={MOST_COLUMNS}
            value={shownColumns(field)}
            showSearch={BY_LABEL}
            options={fields
              .filter(({ type }) => mayBeListed(type))
              .map(({ id, name }) => ({ value: id, label: labelText(name, language) }))}
            labelRender={({ label }) => label ?? words('setting.goneField')}
            onChange={(chosen) => set('columns', chosen.length > 0 ? (chosen as never) : undefined)}
          />
        )}
      </Setting>
      <FilterSetting {...props} fields={fields} />
    </>
  );
}

/** What stands there stays in sight though it does not suit any more: the check says why. */
function offeredOnDelete({ field, place }: SettingsProps, chosen: OnDelete): OnDelete[] {
  const parts = place.column === undefined && field.options?.multiple !== true;
  const suits = { refuse: true, clear: field.required !== true, cascade: parts };
  return (['refuse', 'clear', 'cascade'] as const).filter((each) => suits[each] || each === chosen);
}

export const design = defineFieldDesign({
  icon: Link2,
  group: 'more',
  indexed: true,
  column: true,
  listed: true,
  options: () => ({ forms: [] }),
  Settings,
  sample: (_, words) => words('sample'),
});
