/** A form in an app: its place in the menu, and the way to another app. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import type { App } from '@/entities/app/api';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import type { FormEntry } from '@/entities/form/api';
import { FormIcon } from '@/entities/form/form-icon';

import styles from './apps.module.css';
import { Steps } from './steps';

interface Props {
  form: FormEntry;
  app: App;
  apps: App[];
  onMove: (to: App) => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  busy: boolean;
}

export function AppForm({ form, app, apps, onMove, onUp, onDown, busy }: Props) {
  const { t } = useTranslation('apps');
  const language = useLabelLanguage();
  const name = labelText(form.name, language);
  return (
    <li className={styles.form}>
      <FormIcon icon={form.icon} color={form.color} small />
      <span className={styles.name}>{name}</span>
      <code className={styles.key}>{form.key}</code>
      <span className={styles.tools}>
        {apps.length > 1 && (
          <Select
            size="small"
            className={styles.select ?? ''}
            aria-label={t('appOf', { name })}
            value={app.id}
            disabled={busy}
            options={apps.map((each) => ({ value: each.id, label: labelText(each.name, language) }))}
            onChange={(id) => {
              const to = apps.find((each) => each.id === id);
              if (to) onMove(to);
            }}
          />
        )}
        <Steps name={name} onUp={onUp} onDown={onDown} busy={busy} />
      </span>
    </li>
  );
}
