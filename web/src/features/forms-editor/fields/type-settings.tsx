/** The settings that only some types have. */
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { DecimalSetting, Pair, Section, Setting, Toggle, WholeSetting } from '@/components/editing/setting';
import type { Field, FieldOptions, TextFormat } from '@/entities/field/definition';
import { MOST_DECIMALS, placesOfField } from '@/entities/field/places';
import { withOption } from '@/lib/editing/omit';

import { CURRENCIES, EXTENSIONS } from '../model/catalogue';
import { faultFor, type Fault } from '../model/faults';

export interface TypeProps {
  field: Field;
  faults: Fault[];
  /** Records hold values: what they mean must not change. */
  fixed: boolean;
  onChange: (options: FieldOptions, about?: string) => void;
}

/** Sets one option, or takes it away when it is empty. */
function useOption({ field, onChange }: TypeProps) {
  const options = field.options ?? {};
  return <K extends keyof FieldOptions>(name: K, value: FieldOptions[K] | undefined) => {
    const empty = value === '' || value === false;
    onChange(withOption(options, name, empty ? undefined : value), name);
  };
}

export function TextSettings(props: TypeProps) {
  const { t } = useTranslation('forms-editor');
  const set = useOption(props);
  const { field, faults } = props;
  const options = field.options ?? {};
  const long = field.type === 'long_text';
  const formats: (TextFormat | '')[] = ['', 'phone', 'email', 'url', 'credit_code'];
  return (
    <Section title={t('setting.content')}>
      {!long && (
        <Setting label={t('setting.format')} error={faultFor(faults, 'options/mask')}>
          {(input) => (
            <Select<TextFormat | ''>
              {...input}
              value={options.format ?? ''}
              options={formats.map((value) => ({
                value,
                label: t(`format.${value || 'any'}`),
              }))}
              onChange={(format) => set('format', format || undefined)}
            />
          )}
        </Setting>
      )}
      <Pair>
        <WholeSetting
          label={t('setting.minLength')}
          error={faultFor(faults, 'options/min_length')}
          value={options.min_length}
          most={long ? 20_000 : 1000}
          onChange={(value) => set('min_length', value)}
        />
        <WholeSetting
          label={t('setting.maxLength')}
          error={faultFor(faults, 'options/max_length')}
          value={options.max_length}
          least={1}
          most={long ? 20_000 : 1000}
          placeholder={long ? '20000' : '200'}
          onChange={(value) => set('max_length', value)}
        />
      </Pair>
    </Section>
  );
}

export function NumberSettings(props: TypeProps) {
  const { t } = useTranslation('forms-editor');
  const set = useOption(props);
  const { field, faults, fixed } = props;
  const options = field.options ?? {};
  const type = field.type as 'number' | 'money' | 'percent';
  const unset = { ...field, options: withOption(options, 'decimals', undefined) };
  return (
    <Section title={t('setting.content')}>
      {type === 'money' && (
        <Setting
          label={t('setting.currency')}
          error={faultFor(faults, 'options/currency')}
          {...(fixed ? { hint: t('setting.fixed') } : {})}
        >
          {(input) => (
            <Select
              {...input}
              value={options.currency ?? null}
              disabled={fixed}
              options={CURRENCIES.map((value) => ({ value, label: t(`currency.${value}`) }))}
              onChange={(currency) => set('currency', currency)}
            />
          )}
        </Setting>
      )}
      <Pair>
        {(['min', 'max'] as const).map((name) => (
          <DecimalSetting
            key={name}
            label={t(`setting.${name}`)}
            error={faultFor(faults, `options/${name}`)}
            value={String(options[name] ?? '')}
            percent={type === 'percent'}
            onChange={(text) => set(name, text)}
          />
        ))}
      </Pair>
      <Pair>
        <WholeSetting
          label={t('setting.decimals')}
          error={faultFor(faults, 'options/decimals')}
          value={options.decimals}
          most={MOST_DECIMALS[type]}
          placeholder={type === 'number' ? t('setting.asNeeded') : String(placesOfField(unset))}
          onChange={(value) => set('decimals', value)}
        />
        {type === 'number' && (
          <Setting label={t('setting.unit')} error={faultFor(faults, 'options/unit')}>
            {(input) => (
              <Input
                {...input}
                maxLength={20}
                value={options.unit ?? ''}
                onChange={({ target }) => set('unit', target.value)}
              />
            )}
          </Setting>
        )}
      </Pair>
    </Section>
  );
}

export function DateSettings(props: TypeProps) {
  const { t } = useTranslation('forms-editor');
  const set = useOption(props);
  const options = props.field.options ?? {};
  return (
    <Section title={t('setting.content')}>
      <Pair>
        {(['min', 'max'] as const).map((name) => (
          <Setting
            key={name}
            label={t(name === 'min' ? 'setting.earliest' : 'setting.latest')}
            error={faultFor(props.faults, `options/${name}`)}
          >
            {(input) => (
              <Input
                {...input}
                type="date"
                value={options[name] ?? ''}
                onChange={({ target }) => set(name, target.value)}
              />
            )}
          </Setting>
        ))}
      </Pair>
    </Section>
  );
}

export function PeopleSettings(props: TypeProps) {
  const { t } = useTranslation('forms-editor');
  const set = useOption(props);
  return (
    <Section title={t('setting.content')}>
      <Toggle
        label={t('setting.multiple')}
        {...(props.fixed ? { hint: t('setting.fixed') } : {})}
        disabled={props.fixed}
        checked={props.field.options?.multiple === true}
        onChange={(checked) => set('multiple', checked)}
      />
    </Section>
  );
}

export function CountSettings(props: TypeProps) {
  const { t } = useTranslation('forms-editor');
  const set = useOption(props);
  const options = props.field.options ?? {};
  return (
    <Section title={t('setting.count')}>
      <Pair>
        {(['min', 'max'] as const).map((name) => (
          <WholeSetting
            key={name}
            label={t(name === 'min' ? 'setting.least' : 'setting.most')}
            error={faultFor(props.faults, `options/${name}`)}
            value={options[name] === undefined ? undefined : Number(options[name])}
            least={name === 'min' ? 0 : 1}
            most={300}
            onChange={(value) => set(name, value)}
          />
        ))}
      </Pair>
    </Section>
  );
}

export function AttachmentSettings(props: TypeProps) {
  const { t } = useTranslation('forms-editor');
  const set = useOption(props);
  const options = props.field.options ?? {};
  return (
    <Section title={t('setting.content')}>
      <Pair>
        <WholeSetting
          label={t('setting.maxFiles')}
          value={options.max_files}
          least={1}
          most={20}
          placeholder="10"
          onChange={(value) => set('max_files', value)}
        />
        <WholeSetting
          label={t('setting.maxMegabytes')}
          value={options.max_megabytes}
          least={1}
          most={100}
          placeholder="20"
          onChange={(value) => set('max_megabytes', value)}
        />
      </Pair>
      <Setting label={t('setting.extensions')}>
        {(input) => (
          <Select
            {...input}
            mode="multiple"
            value={options.extensions ?? []}
            placeholder={t('setting.allExtensions')}
            options={EXTENSIONS.map((value) => ({ value, label: value }))}
            onChange={(chosen) => set('extensions', chosen.length > 0 ? chosen : undefined)}
          />
        )}
      </Setting>
    </Section>
  );
}
