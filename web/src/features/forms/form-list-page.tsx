/** What can be filled in: the forms that are open to me. */
import { FileText, FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { EmptyState } from '@/components/empty-state';
import { ListFrame } from '@/components/list-frame';
import { Page as Frame } from '@/components/page';
import { readDraft } from '@/lib/drafts/drafts';
import { labelText } from '@/lib/forms/definition';
import { useLabelLanguage } from '@/lib/forms/fields';
import { useMe } from '@/lib/session/me';

import { useForms, type FormEntry } from './api';
import styles from './form-line.module.css';

export function Page() {
  const { t } = useTranslation('forms');
  const forms = useForms();
  const open = forms.items.filter(
    ({ archived, can_submit, published_version }) => !archived && can_submit && published_version > 0,
  );
  return (
    <Frame title={t('open.title')} hint={t('open.hint')}>
      <ListFrame
        list={{ ...forms, items: open }}
        empty={<EmptyState icon={FolderOpen} title={t('open.none')} hint={t('open.noneHint')} />}
      >
        {(items) => (
          <ul className={styles.forms}>
            {items.map((form) => (
              <FormLine key={form.id} form={form} />
            ))}
          </ul>
        )}
      </ListFrame>
    </Frame>
  );
}

function FormLine({ form }: { form: FormEntry }) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const me = useMe();
  const hasDraft = readDraft(me.id, form.id) !== null;
  return (
    <li className={styles.form}>
      <span className={styles.icon}>
        <FileText size={18} strokeWidth={1.7} aria-hidden="true" />
      </span>
      <div className={styles.text}>
        <Link to={`/forms/${form.id}/new`} className={styles.name}>
          {labelText(form.name, language)}
        </Link>
        <p className={styles.description}>{labelText(form.description, language)}</p>
      </div>
      {hasDraft && <span className={styles.draft}>{t('open.draft')}</span>}
    </li>
  );
}
