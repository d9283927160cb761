/** Through which link, which field, and what happens when it changes there. */
import { Select } from 'antd';
import { Import } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { ChoiceSetting } from '@/components/editing/choice-setting';
import { Section, Setting } from '@/components/editing/setting';
import { BY_LABEL } from '@/components/searching';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor } from '@/entities/form/editing/faults';

import { cellsOf } from '../../cells';
import type { Field, LookupMode } from '../../definition';
import { defineFieldDesign, type SettingsProps } from '../../editing/field-design';
import { labelText } from '../../label';
import { columnsOf, typeOf } from '../../registry';
import { useTypeWords } from '../../type-words';
import { useTargetFields } from '../link/use-targets';

import { asSource, usualMode } from './source';

const MODES: LookupMode[] = ['frozen', 'live'];

function Settings({ field, place, faults, onChange }: SettingsProps) {
  const { t } = useTranslation('field');
  const words = useTypeWords('lookup');
  const { definition, language } = useEditor();
  const options = field.options ?? {};
  const lines = definition.fields.find(({ id }) => place.column !== undefined && id === place.field);
  const links = linksOf(definition.fields, lines);
  const link = links.find(({ id }) => id === options.link);
  const offered = useTargetFields(link?.options?.forms?.[0] ?? '').filter(mayBePulled);
  const named = (each: Field) => ({ value: each.id, label: labelText(each.name, language) });
  const choose = (id: string) => {
    const source = offered.find((each) => each.id === id);
    if (source) onChange({ ...options, from: id, mode: usualMode(source), source: asSource(source) });
  };
  return (
    <Section title={t('setting.content')}>
      <Setting
        label={words('setting.link')}
        hint={links.length === 0 ? words('setting.noLinks') : undefined}
        error={faultFor(faults, 'options/link')}
      >
        {(input) => (
          <Select
            {...input}
            value={options.link === '' ? null : options.link}
            placeholder={words('setting.chooseLink')}
            options={links.map(named)}
            labelRender={({ label }) => label ?? words('setting.gone')}
            onChange={(id) => onChange({ link: id, from: '', mode: options.mode ?? 'live' })}
          />
        )}
      </Setting>
      <Setting
        label={words('setting.from')}
        hint={words('setting.rights')}
        error={faultFor(faults, 'options/from')}
      >
        {(input) => (
          <Select
            {...input}
            value={options.from === '' ? null : options.from}
            disabled={!link}
            placeholder={words('setting.chooseField')}
            showSearch={BY_LABEL}
            options={offered.map(named)}
            labelRender={({ label }) => label ?? words('setting.gone')}
            onChange={choose}
          />
        )}
      </Setting>
      <ChoiceSetting<LookupMode>
        label={words('setting.mode')}
        error={faultFor(faults, 'options/mode')}
        value={options.mode ?? 'live'}
        options={MODES.map((value) => ({
          value,
          label: words(`mode.${value}.label`),
          about: words(`mode.${value}.about`),
        }))}
        onChange={(mode) => onChange({ ...options, mode })}
      />
    </Section>
  );
}

/** Links to a single record: those of the same rows, and those of the record. */
function linksOf(fields: Field[], lines: Field | undefined): Field[] {
  const all = [...(lines ? columnsOf(lines) : []), ...fields];
  return all.filter((each) => typeOf(each).compare === 'record' && each.options?.multiple !== true);
}

/** One value that formulas can name, and that names no record. */
function mayBePulled(field: Field): boolean {
  const { holds, compare, operand } = cellsOf(field);
  return holds === undefined && compare !== 'record' && operand !== undefined;
}

export const design = defineFieldDesign({
  icon: Import,
  group: 'more',
  indexed: true,
  column: true,
  listed: true,
  titled: true,
  options: () => ({ link: '', from: '', mode: 'live' }),
  Settings,
  sample: (_, words) => words('sample'),
});
