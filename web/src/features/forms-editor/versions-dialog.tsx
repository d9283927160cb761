/** What was published when, and what each version changed. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { Dialog } from '@/components/dialog';
import { ErrorState } from '@/components/error-state';
import { Skeleton } from '@/components/skeleton';
import type { Language } from '@/config/languages';
import { labelText } from '@/lib/forms/definition';

import { useMemberName, useVersions, type FormEntry, type FormVersionEntry } from './api';
import { ChangeList } from './editor/change-list';
import styles from './versions-dialog.module.css';

interface Props {
  form: FormEntry | null;
  language: Language;
  onClose: () => void;
}

export function VersionsDialog({ form, language, onClose }: Props) {
  const { t } = useTranslation('forms-editor');
  const title = form ? t('versions.title', { name: labelText(form.name, language) }) : '';
  return (
    <Dialog open={form !== null} title={title} place="side" onClose={onClose}>
      {form && <Versions formId={form.id} language={language} />}
    </Dialog>
  );
}

function Versions({ formId, language }: { formId: string; language: Language }) {
  const { t } = useTranslation(['forms-editor', 'components']);
  const list = useVersions(formId);
  if (list.error) return <ErrorState error={list.error} again={list.again} />;
  if (list.loading) return <Skeleton rows={4} />;
  return (
    <div className={styles.versions}>
      <ol className={styles.versions}>
        {list.items.map((entry) => (
          <Version key={entry.version} entry={entry} language={language} />
        ))}
      </ol>
      {list.more && (
        <Button loading={list.loadingMore} onClick={list.more}>
          {t('components:list.more')}
        </Button>
      )}
    </div>
  );
}

function Version({ entry, language }: { entry: FormVersionEntry; language: Language }) {
  const { t } = useTranslation('forms-editor');
  const who = useMemberName(entry.published_by).data?.name;
  return (
    <li className={styles.version}>
      <p className={styles.title}>{t('versions.number', { version: entry.version })}</p>
      <p className={styles.meta}>
        {who && <span>{who}</span>} <DateText value={entry.published_at} />
      </p>
      <ChangeList changes={entry.changes} language={language} />
    </li>
  );
}
