/** What was published when, and what each version changed. */
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import type { Language } from '@/config/languages';
import { VersionList } from '@/entities/draft/version-list';
import { labelText } from '@/entities/field/label';
import { type FormEntry } from '@/entities/form/api';

import { useVersions } from './api';
import { FormChanges } from './editor/form-changes';

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
  return (
    <VersionList
      list={useVersions(formId)}
      changes={({ changes }) => <FormChanges changes={changes} language={language} />}
    />
  );
}
