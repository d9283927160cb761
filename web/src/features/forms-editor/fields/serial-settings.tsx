/** How a serial number looks: letters, the day, how many digits; and what the first one would be. */
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { Pair, Section, Setting, WholeSetting } from '@/components/editing/setting';
import type { FieldOptions, SerialNumbering, SerialReset } from '@/entities/field/definition';
import { withOption } from '@/lib/editing/omit';

import { faultFor } from '../model/faults';
import { DATE_PARTS, plainSerial, serialExample, serialTemplate, type Plain } from '../model/serial';

import type { TypeProps } from './type-settings';

const DATE_NAMES = { '': 'none', '{yyyy}': 'year', '{yyyy}{mm}': 'month', '{yyyy}{mm}{dd}': 'day' } as const;
const RESETS: (SerialReset | '')[] = ['', 'never', 'year', 'month', 'day'];
const NUMBERINGS: SerialNumbering[] = ['gapless', 'fast'];

export function SerialSettings({ field, faults, onChange }: TypeProps) {
  const { t } = useTranslation('forms-editor');
  const options: FieldOptions = field.options ?? {};
  const template = options.template ?? '';
  const numbering = options.numbering ?? 'gapless';
  const plain = plainSerial(template);
  const write = (text: string) => onChange({ ...options, template: text }, 'template');
  const set = (part: Partial<Plain>) => plain && write(serialTemplate({ ...plain, ...part }));
  return (
    <Section title={t('setting.serial')}>
      {plain ? (
        <>
          <Pair>
            <Setting label={t('serial.prefix')}>
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
              label={t('serial.digits')}
              value={plain.digits}
              least={1}
              most={10}
              onChange={(digits) => set({ digits: digits ?? 4 })}
            />
          </Pair>
          <Setting label={t('serial.date')}>
            {(input) => (
              <Select
                {...input}
                value={plain.date}
                options={DATE_PARTS.map((value) => ({ value, label: t(`serial.${DATE_NAMES[value]}`) }))}
                onChange={(date) => set({ date })}
              />
            )}
          </Setting>
        </>
      ) : (
        <Setting label={t('serial.template')} hint={t('serial.templateHint')}>
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
        label={t('serial.reset')}
        hint={t('serial.example', { example: serialExample(template, new Date()) })}
        error={faultFor(faults, 'options')}
      >
        {(input) => (
          <Select<SerialReset | ''>
            {...input}
            value={options.reset ?? ''}
            options={RESETS.map((value) => ({
              value,
              label: t(`reset.${value || 'auto'}`),
            }))}
            onChange={(reset) => onChange(withOption(options, 'reset', reset || undefined))}
          />
        )}
      </Setting>
      <Setting label={t('serial.numbering')} hint={t(`numbering.${numbering}Hint`)}>
        {(input) => (
          <Select<SerialNumbering>
            {...input}
            value={numbering}
            options={NUMBERINGS.map((value) => ({ value, label: t(`numbering.${value}`) }))}
            onChange={(value) =>
              onChange(withOption(options, 'numbering', value === 'gapless' ? undefined : value))
            }
          />
        )}
      </Setting>
    </Section>
  );
}
