/** What a permission group may do with each field: found by name, set one by one or all at once. */
import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';
import { labelText } from '@/entities/field/label';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor } from '@/entities/form/editing/faults';

import type { GroupProps } from './group-dialog';
import { levelOf, LEVELS, mayBeMasked, withLevel, withReveal, type Group, type Level } from './model';
import styles from './rights.module.css';

const FEW = 8;

export function FieldLevels({ group, faults, onChange }: GroupProps) {
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const [search, setSearch] = useState('');
  const named = definition.fields.map((field) => ({ field, name: labelText(field.name, language) }));
  const wanted = search.trim().toLocaleLowerCase();
  const shown = named.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  const changes = group.actions?.includes('edit') === true;
  const optionsOf = (masks: boolean) =>
    LEVELS.filter((level) => (level !== 'masked' || masks) && (level !== 'edit' || changes)).map((value) => ({
      value,
      label: t(`rights.level.${value}`),
    }));
  return (
    <Section title={t('rights.fields')}>
      {named.length > FEW && (
        <Input
          type="search"
          aria-label={t('rights.findField')}
          placeholder={t('rights.findField')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      )}
      <ul className={styles.levels}>
        {shown.length > 1 && (
          <li className={styles.level}>
            <span className={styles.field}>{t('rights.allFields')}</span>
            <Select<Level>
              className={styles.choice ?? ''}
              aria-label={t('rights.allFields')}
              placeholder={t('rights.setAll')}
              value={common(
                group,
                shown.map(({ field }) => field.id),
              )}
              options={optionsOf(false)}
              onChange={(level) =>
                onChange(
                  withLevel(
                    group,
                    shown.map(({ field }) => field.id),
                    level,
                  ),
                )
              }
            />
          </li>
        )}
        {shown.map(({ field, name }) => {
          const level = levelOf(group, field.id);
          const fault = faultFor(faults, `fields/${field.id}`);
          return (
            <li key={field.id} className={styles.level}>
              <span className={styles.field}>{name}</span>
              <Select<Level>
                className={styles.choice ?? ''}
                aria-label={t('rights.levelOf', { name })}
                value={level}
                status={fault ? 'error' : ''}
                options={optionsOf(mayBeMasked(field))}
                onChange={(next) => onChange(withLevel(group, [field.id], next))}
              />
              {level === 'masked' && (
                <Checkbox
                  checked={group.reveal?.includes(field.id) === true}
                  onChange={({ target }) => onChange(withReveal(group, field.id, target.checked))}
                >
                  {t('rights.reveal')}
                </Checkbox>
              )}
              {fault && <p className={styles.fault}>{fault}</p>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function common(group: Group, fields: string[]): Level | null {
  const levels = new Set(fields.map((field) => levelOf(group, field)));
  const [only] = levels;
  return levels.size === 1 && only ? only : null;
}
