/** Before publishing: what will change for those who fill in, or what still keeps it from being published. */
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { PublishContent, useFlushed, type FaultShown } from '@/components/editing/publish-content';
import { toast } from '@/components/toast';
import { labelText } from '@/lib/forms/definition';

import { useCheck, usePublish } from '../api';
import { find } from '../model/changes';
import { faultsOf, type Fault } from '../model/faults';
import { namesAt, withNames } from '../model/formula-text';

import { useEditor } from './editor';
import { FormChanges } from './form-changes';

interface Props {
  open: boolean;
  onClose: () => void;
  onPublished: (version: number) => void;
}

export function PublishDialog({ open, onClose, onPublished }: Props) {
  const { t } = useTranslation('forms-editor');
  return (
    <Dialog open={open} title={t('publish.title')} onClose={onClose}>
      <Content onClose={onClose} onPublished={onPublished} />
    </Dialog>
  );
}

function Content({ onClose, onPublished }: Omit<Props, 'open'>) {
  const { t } = useTranslation(['forms-editor', 'editing', 'components']);
  const { formId, saver, published, language } = useEditor();
  const flushed = useFlushed(saver);
  const check = useCheck(formId, saver.version, flushed === true);
  const publish = usePublish(formId, (version) => {
    toast(t('editing:publish.done', { version }));
    onPublished(version);
    onClose();
  });
  const shown = useShown();

  if (flushed === false) return <p>{t('editing:publish.unsaved')}</p>;
  const found = check.data && !check.isPlaceholderData ? check.data : undefined;
  return (
    <PublishContent
      found={
        found && {
          faults: faultsOf(saver.base, found.problems).map(shown),
          nothing: found.changes.length === 0,
        }
      }
      checking={{ error: check.error, again: () => void check.refetch() }}
      publishing={{
        error: publish.error,
        busy: publish.isPending,
        go: () => publish.mutate(saver.version),
      }}
      hint={t(published ? 'forms-editor:publish.hintNext' : 'forms-editor:publish.hintFirst')}
      onClose={onClose}
    >
      <FormChanges changes={found?.changes ?? []} language={language} />
    </PublishContent>
  );
}

function useShown(): (fault: Fault) => FaultShown {
  const { t } = useTranslation('forms-editor');
  const { definition, language, select } = useEditor();
  return ({ place, setting, message }) => {
    const fields = place
      ? [find(definition, { field: place.field }), place.column ? find(definition, place) : undefined]
      : [];
    const names = fields.flatMap((field) => (field ? [labelText(field.name, language)] : []));
    return {
      key: `${place?.field ?? ''}${place?.column ?? ''}${setting} ${message}`,
      where: place ? names.join(' › ') : t('form.settings'),
      message: place ? withNames(message, namesAt(definition, place, language)) : message,
      go: () => select(place ?? null),
    };
  };
}
