/** Fields whose values together no two records may have. */
import { Button, Select } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Section, Setting } from '@/components/editing/setting';
import { BY_LABEL } from '@/components/searching';
import { labelText } from '@/entities/field/label';
import { mayBeCompared } from '@/entities/field/registry';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, type Fault } from '@/entities/form/editing/faults';
import type { Schemas } from '@/lib/api/types';
import { withOption } from '@/lib/editing/omit';

import styles from './rules/rules.module.css';

type Together = Schemas['FormsUniqueTogether'];

const MOST = 5;
const FEWEST_FIELDS = 2;
const MOST_FIELDS = 5;

const newId = () => `u_${Math.random().toString(36).slice(2, 12)}`;

export function TogetherSettings({ faults }: { faults: Fault[] }) {
  const { t } = useTranslation('forms-editor');
  const { definition, language, change } = useEditor();
  const { unique_together: found = [] } = definition;
  const possible = definition.fields.filter(mayBeCompared);
  const set = (next: Together[]) =>
    change(withOption(definition, 'unique_together', next.length > 0 ? next : undefined));
  const add = () => {
    set([...found, { id: newId(), fields: possible.slice(0, FEWEST_FIELDS).map((field) => field.id) }]);
  };
  return (
    <Section title={t('together.title')}>
      <p className={styles.about}>{t('together.about')}</p>
      {found.map(({ id, ...each }, index) => (
        <div key={id} className={styles.header}>
          <Setting
            label={t('together.one', { number: index + 1 })}
            error={faultFor(faults, `unique_together/${String(index)}`)}
          >
            {(input) => (
              <Select<string[]>
                {...input}
                mode="multiple"
                maxCount={MOST_FIELDS}
                showSearch={BY_LABEL}
                value={each.fields}
                options={possible.map((field) => ({
                  value: field.id,
                  label: labelText(field.name, language),
                }))}
                onChange={(fields) =>
                  set(found.map((other) => (other.id === id ? { ...other, fields } : other)))
                }
              />
            )}
          </Setting>
          <Button
            type="text"
            icon={<Trash2 size={16} aria-hidden />}
            aria-label={t('together.remove', { number: index + 1 })}
            onClick={() => set(found.filter((other) => other.id !== id))}
          />
        </div>
      ))}
      {possible.length >= FEWEST_FIELDS && found.length < MOST && (
        <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
          {t('together.add')}
        </Button>
      )}
    </Section>
  );
}
