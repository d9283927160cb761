/** What was published when, and what each version changed. */
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { ErrorState } from '@/components/error-state';
import { Skeleton } from '@/components/skeleton';
import { VersionList } from '@/entities/draft/version-list';
import type { FlowEntry } from '@/entities/flow/api';
import { usePublishedForm, type Form } from '@/entities/form/api';

import { useVersion, useVersions, type FlowVersion } from './api';
import { FlowChanges } from './editor/flow-changes';
import { useWords } from './editor/use-words';

interface Props {
  flow: FlowEntry | null;
  onClose: () => void;
}

export function VersionsDialog({ flow, onClose }: Props) {
  const { t } = useTranslation('flows-editor');
  return (
    <Dialog
      open={flow !== null}
      title={flow ? t('versions.title', { name: flow.name }) : ''}
      place="side"
      onClose={onClose}
    >
      {flow && <Versions flow={flow} />}
    </Dialog>
  );
}

function Versions({ flow }: { flow: FlowEntry }) {
  const list = useVersions(flow.id);
  const form = usePublishedForm(flow.form_id);
  if (form.error) return <ErrorState error={form.error} again={() => void form.refetch()} />;
  if (!form.data) return <Skeleton rows={4} />;
  const known = form.data;
  return (
    <VersionList
      list={list}
      changes={(entry) => (
        <Changes
          entry={entry}
          earlier={list.items.find(({ version }) => version === entry.version - 1)}
          form={known}
        />
      )}
    />
  );
}

interface ChangesProps {
  entry: FlowVersion;
  /** Missing if it stands on the next page of the list, or there is none. */
  earlier: FlowVersion | undefined;
  form: Form;
}

function Changes({ entry, earlier, form }: ChangesProps) {
  const { t } = useTranslation('flows-editor');
  const read = useVersion(entry.flow_id, earlier ? 0 : entry.version - 1).data;
  const before = earlier ?? read;
  const words = useWords(form, before ? [entry.definition, before.definition] : [entry.definition]);
  if (!before && entry.version > 1) return <Skeleton rows={1} />;
  const newForm = before && before.form_version !== entry.form_version;
  return (
    <FlowChanges
      before={before?.definition ?? null}
      after={entry.definition}
      also={newForm ? [t('change.form', { version: entry.form_version })] : []}
      words={words}
    />
  );
}
