/** How a serial number looks: letters, the day, how many digits; and what the first one would be. */
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { Pair, Section, Setting, WholeSetting } from '@/components/editing/setting';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';

import type { FieldOptions, SerialNumbering, SerialReset } from '../../definition';
import { designOf } from '../../editing/designs';
import type { SettingsProps } from '../../editing/field-design';
import { labelText } from '../../label';
import { useTypeWords } from '../../type-words';

import { DATE_PARTS, plainSerial, serialExample, serialTemplate, type Plain } from './template';

const DATE_NAMES = { '': 'none', '{yyyy}': 'year', '{yyyy}{mm}': 'month', '{yyyy}{mm}{dd}': 'day' } as const;
const RESETS: (SerialReset | '')[] = ['', 'never', 'year', 'month', 'day'];
const NUMBERINGS: SerialNumbering[] = ['gapless', 'fast'];

export function SerialSettings({ field, faults, onChange }: SettingsProps) {
  const { t } = useTranslation('field');
  const words = useTypeWords('serial');
  const options: FieldOptions = field.options ?? {};
  const template = options.template ?? '';
  const numbering = options.numbering ?? 'gapless';
  const plain = plainSerial(template);
  const { definition, language } = useEditor();
  const sayable = definition.fields
    .filter(({ type }) => designOf(type).inSerials === true)
    .map(({ id, name }) => ({ value: id, label: labelText(name, language) }));
  const nameOf = (id: string) => sayable.find(({ value }) => value === id)?.label ?? id;
  const write = (text: string) => onChange({ ...options, template: text }, 'template');
  const set = (part: Partial<Plain>) => plain && write(serialTemplate({ ...plain, ...part }));
  return (
    <Section title={t('setting.serial')}>
      {plain ? (
        <>
          <Pair>
            <Setting label={words('serial.prefix')}>
              {(input) => (
                <Input
                  {...input}
                  maxLength={20}
                  value={plain.prefix}
                  onChange={({ target }) => set({ prefix: target.value.replace(/[{}]|-$/g, '') })}
                />
              )}
            </Setting>
            <WholeSetting
              label={words('serial.digits')}
              value={plain.digits}
              least={1}
              most={10}
              onChange={(digits) => set({ digits: digits ?? 4 })}
            />
          </Pair>
          {(sayable.length > 0 || plain.fields.length > 0) && (
            <Setting label={words('serial.fields')} hint={words('serial.fieldsHint')}>
              {(input) => (
                <Select
                  {...input}
                  mode="multiple"
                  value={plain.fields}
                  options={sayable}
                  onChange={(fields) => set({ fields })}
                />
              )}
            </Setting>
          )}
          <Setting label={words('serial.date')}>
            {(input) => (
              <Select
                {...input}
                value={plain.date}
                options={DATE_PARTS.map((value) => ({ value, label: words(`serial.${DATE_NAMES[value]}`) }))}
                onChange={(date) => set({ date })}
              />
            )}
          </Setting>
        </>
      ) : (
        <Setting label={words('serial.template')} hint={words('serial.templateHint')}>
          {(input) => (
            <Input
              {...input}
              maxLength={60}
              value={template}
              onChange={({ target }) => write(target.value)}
            />
          )}
        </Setting>
      )}
      <Setting
        label={words('serial.reset')}
        hint={words('serial.example', { example: serialExample(template, new Date(), nameOf) })}
        error={faultFor(faults, 'options')}
      >
        {(input) => (
          <Select<SerialReset | ''>
            {...input}
            value={options.reset ?? ''}
            options={RESETS.map((value) => ({
              value,
              label: words(`reset.${value || 'auto'}`),
            }))}
            onChange={(reset) => onChange(withOption(options, 'reset', reset || undefined))}
          />
        )}
      </Setting>
      <Setting label={words('serial.numbering')} hint={words(`numbering.${numbering}Hint`)}>
        {(input) => (
          <Select<SerialNumbering>
            {...input}
            value={numbering}
            options={NUMBERINGS.map((value) => ({ value, label: words(`numbering.${value}`) }))}
            onChange={(value) =>
              onChange(withOption(options, 'numbering', value === 'gapless' ? undefined : value))
            }
          />
        )}
      </Setting>
    </Section>
  );
}
