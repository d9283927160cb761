/** The columns of a lines field, each with settings of its own, and how many rows there may be. */
import { Button } from 'antd';
import { ArrowDown, ArrowUp, ChevronRight, CircleAlert, Copy, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Pair, Section, WholeSetting } from '@/components/editing/setting';
import { Tool } from '@/components/editing/tool';
import { Popover } from '@/components/popover';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, faultsAt } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';

import { type FieldOptions } from '../../definition';
import { COLUMN_TYPES } from '../../editing/designs';
import type { SettingsProps } from '../../editing/field-design';
import { MOST_COLUMNS } from '../../editing/limits';
import { TypeIcon } from '../../editing/type-icon';
import { labelText } from '../../label';
import { columnsOf } from '../../registry';
import { useAllTypeWords, useTypeWords } from '../../type-words';

import styles from './lines-settings.module.css';

export function LinesSettings({ field, faults, onChange }: SettingsProps) {
  const { t } = useTranslation('field');
  const words = useTypeWords('lines');
  const typeWords = useAllTypeWords();
  const editor = useEditor();
  const columns = columnsOf(field);
  const options: FieldOptions = field.options ?? {};
  const count = (name: 'min_rows' | 'max_rows', value: number | undefined) =>
    onChange(withOption(options, name, value), name);
  return (
    <>
      <Section title={t('setting.columns')}>
        <ol className={styles.columns}>
          {columns.map((column, index) => {
            const place = { field: field.id, column: column.id };
            const name = labelText(column.name, editor.language) || t('field.unnamed');
            const wrong = faultsAt(editor.faults, place).length > 0;
            return (
              <li key={column.id} className={styles.column}>
                <button type="button" className={styles.open} onClick={() => editor.select(place)}>
                  {wrong ? (
                    <CircleAlert size={15} className={styles.wrong} aria-label={words('column.wrong')} />
                  ) : (
                    <TypeIcon type={column.type} />
                  )}
                  <span className={styles.name}>{name}</span>
                  <ChevronRight size={14} aria-hidden="true" />
                </button>
                <Tool
                  label={t('field.up', { name })}
                  disabled={index === 0}
                  onClick={() => editor.move(place, -1)}
                >
                  <ArrowUp size={14} />
                </Tool>
                <Tool
                  label={t('field.down', { name })}
                  disabled={index === columns.length - 1}
                  onClick={() => editor.move(place, 1)}
                >
                  <ArrowDown size={14} />
                </Tool>
                <Tool label={t('field.duplicate', { name })} onClick={() => editor.duplicate(place)}>
                  <Copy size={14} />
                </Tool>
                <Tool
                  label={t('field.remove', { name })}
                  disabled={columns.length === 1}
                  onClick={() => editor.remove(place)}
                >
                  <X size={14} />
                </Tool>
              </li>
            );
          })}
        </ol>
        {columns.length < MOST_COLUMNS && (
          <Popover
            className={styles.add ?? ''}
            button={
              <>
                <Plus size={15} aria-hidden="true" />
                {words('column.add')}
              </>
            }
          >
            {(close) => (
              <ul className={styles.types}>
                {COLUMN_TYPES.map((type) => (
                  <li key={type}>
                    <Button
                      type="text"
                      block
                      className={styles.type ?? ''}
                      icon={<TypeIcon type={type} />}
                      onClick={() => {
                        close();
                        editor.addColumn(field.id, type);
                      }}
                    >
                      {typeWords(type, 'name')}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </Popover>
        )}
      </Section>
      <Section title={t('setting.rows')}>
        <Pair>
          <WholeSetting
            label={t('setting.least')}
            error={faultFor(faults, 'options/min_rows')}
            value={options.min_rows}
            most={200}
            onChange={(value) => count('min_rows', value)}
          />
          <WholeSetting
            label={t('setting.most')}
            error={faultFor(faults, 'options/max_rows')}
            value={options.max_rows}
            least={1}
            most={200}
            placeholder="200"
            onChange={(value) => count('max_rows', value)}
          />
        </Pair>
      </Section>
    </>
  );
}
