/** A roll-up, said in a sentence: of which records, what of them, in which order, and which of them count. */
import { Select } from 'antd';
import { Combine } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Section, Setting } from '@/components/editing/setting';
import { BY_LABEL } from '@/components/searching';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor } from '@/entities/form/editing/faults';

import { ROLLUP_FUNCTIONS, type RollupFunction } from '../../definition';
import { defineFieldDesign, type SettingsProps } from '../../editing/field-design';
import { useOption } from '../../editing/use-option';
import { labelText } from '../../label';
import { useTypeWords } from '../../type-words';

import { isOrdered, offeredFor, sourceOf, withFunction, type Offered } from './result';
import { useFieldsOf, useInbound } from './use-inbound';
import { WhereSetting } from './where-setting';

const CREATED_AT = '@created_at';

function Settings(props: SettingsProps) {
  const { field, faults, onChange } = props;
  const { t } = useTranslation('field');
  const words = useTypeWords('rollup');
  const { language } = useEditor();
  const options = field.options ?? {};
  const { form = '', link = '', function: made = 'count' } = options;
  const inbound = useInbound();
  const fields = useFieldsOf(form);
  const placeOf = (formId: string, path: string) => `${formId} ${path}`;
  const chooseForm = (place: string) => {
    const [formId = '', path = ''] = place.split(' ');
    onChange({ form: formId, link: path, function: formId === form ? made : 'count' });
  };
  return (
    <Section title={t('setting.content')}>
      <Setting
        label={words('setting.form')}
        hint={inbound?.length === 0 ? words('setting.noForms') : undefined}
        error={faultFor(faults, 'options/form') ?? faultFor(faults, 'options/link')}
      >
        {(input) => (
          <Select
            {...input}
            value={form === '' ? null : placeOf(form, link)}
            placeholder={words('setting.chooseForm')}
            showSearch={BY_LABEL}
            options={(inbound ?? []).map((each) => ({
              value: placeOf(each.form_id, each.path),
              label: words('setting.formAndLink', {
                form: labelText(each.form_name, language),
                link: labelText(each.name, language),
              }),
            }))}
            labelRender={({ label }) => label ?? (inbound ? words('setting.goneForm') : '…')}
            onChange={chooseForm}
          />
        )}
      </Setting>
      <Setting label={words('setting.function')} error={faultFor(faults, 'options/function')}>
        {(input) => (
          <Select<RollupFunction>
            {...input}
            value={made}
            disabled={form === ''}
            options={ROLLUP_FUNCTIONS.map((value) => ({ value, label: words(`function.${value}`) }))}
            onChange={(value) => onChange(withFunction(options, value, fields), 'function')}
          />
        )}
      </Setting>
      {made !== 'count' && <OfField {...props} offered={offeredFor(made, fields)} />}
      {(made === 'first' || made === 'last') && <ByField {...props} />}
      {form !== '' && <WhereSetting {...props} fields={fields} />}
    </Section>
  );
}

function OfField({ field, faults, onChange, offered }: SettingsProps & { offered: Offered[] }) {
  const words = useTypeWords('rollup');
  const { language } = useEditor();
  const options = field.options ?? {};
  const choose = (path: string) => {
    const found = offered.find((each) => each.path === path);
    if (found) onChange({ ...options, of: path, source: sourceOf(found.field) });
  };
  const called = ({ field: each, lines }: Offered) => {
    const name = labelText(each.name, language);
    return lines ? words('setting.column', { lines: labelText(lines.name, language), name }) : name;
  };
  return (
    <Setting label={words('setting.of')} error={faultFor(faults, 'options/of')}>
      {(input) => (
        <Select
          {...input}
          value={options.of ?? null}
          placeholder={words('setting.chooseField')}
          showSearch={BY_LABEL}
          options={offered.map((each) => ({ value: each.path, label: called(each) }))}
          labelRender={({ label }) => label ?? words('setting.goneField')}
          onChange={choose}
        />
      )}
    </Setting>
  );
}

/** What the first and the last are told by. */
function ByField(props: SettingsProps) {
  const { field, faults } = props;
  const words = useTypeWords('rollup');
  const { language } = useEditor();
  const set = useOption(props);
  const { form = '', by = CREATED_AT } = field.options ?? {};
  const fields = useFieldsOf(form).filter(isOrdered);
  return (
    <Setting label={words('setting.by')} error={faultFor(faults, 'options/by')}>
      {(input) => (
        <Select
          {...input}
          value={by}
          showSearch={BY_LABEL}
          options={[
            { value: CREATED_AT, label: words('setting.createdAt') },
            ...fields.map(({ id, name }) => ({ value: id, label: labelText(name, language) })),
          ]}
          labelRender={({ label }) => label ?? words('setting.goneField')}
          onChange={(chosen) => set('by', chosen === CREATED_AT ? undefined : chosen)}
        />
      )}
    </Setting>
  );
}

export const design = defineFieldDesign({
  icon: Combine,
  group: 'more',
  indexed: true,
  listed: true,
  titled: true,
  options: () => ({ form: '', link: '', function: 'count' }),
  Settings,
  sample: (_, words) => words('sample'),
});
