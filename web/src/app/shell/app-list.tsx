/** The apps with their forms, as the navigation shows them. */
import { ChevronRight } from 'lucide-react';
import { NavLink, useLocation } from 'react-router';

import { formsOf, type App } from '@/entities/app/api';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { useForms, type FormEntry } from '@/entities/form/api';
import { FormIcon } from '@/entities/form/form-icon';

import styles from './app-list.module.css';

interface Props {
  apps: App[];
  label: string;
  /** What was pressed leads away from where the menu lies. */
  onGo?: (() => void) | undefined;
}

export function AppList({ apps, label, onGo = () => undefined }: Props) {
  const language = useLabelLanguage();
  const { pathname } = useLocation();
  const { items } = useForms();
  const usable = items.filter(({ archived, published_version: version }) => !archived && version > 0);
  return (
    <ul className={styles.apps} aria-label={label}>
      {apps.map((app) => {
        const forms = formsOf(app, apps, usable);
        if (forms.length === 0) return null;
        const here = forms.some(({ id }) => pathname.startsWith(`/forms/${id}/`));
        return (
          <li key={app.id}>
            {/* Opened by where one is; whoever closes it has it closed until they go elsewhere. */}
            <details key={String(here)} className={styles.app} open={here || undefined}>
              <summary className={styles.summary}>
                <FormIcon icon={app.icon} color={app.color} small />
                <span className={styles.name}>{labelText(app.name, language)}</span>
                <ChevronRight size={14} aria-hidden="true" className={styles.arrow} />
              </summary>
              <Forms forms={forms} onGo={onGo} />
            </details>
          </li>
        );
      })}
    </ul>
  );
}

function Forms({ forms, onGo }: { forms: FormEntry[]; onGo: () => void }) {
  const language = useLabelLanguage();
  return (
    <ul className={styles.forms}>
      {forms.map((form) => (
        <li key={form.id}>
          <NavLink to={`/forms/${form.id}/records`} className={styles.form ?? ''} onClick={onGo}>
            <FormIcon icon={form.icon} color={form.color} small />
            <span className={styles.name}>{labelText(form.name, language)}</span>
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
