/** Before publishing: what will change for those who fill in, or what still keeps it from being published. After it: what next. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { PublishContent, useFlushed, type FaultShown } from '@/components/editing/publish-content';
import { labelText } from '@/entities/field/label';
import { find } from '@/entities/form/editing/changes';
import { useEditor } from '@/entities/form/editing/editor';
import { faultsOf, type Fault } from '@/entities/form/editing/faults';

import { useCheck, usePublish } from '../api';

import { ApprovalChoice, type Approval } from './approval-choice';
import { FormChanges } from './form-changes';
import { Published } from './published';

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
  const { formId, definition, saver, published, flowId, language, change } = useEditor();
  const flushed = useFlushed(saver);
  const check = useCheck(formId, saver, flushed === true);
  const [version, setVersion] = useState(0);
  const publish = usePublish(formId, (made) => {
    setVersion(made);
    onPublished(made);
  });
  const shown = useShown();
  // Asked until it is answered; then the answer stands in the settings of the form.
  const [asks] = useState(flowId === '' && definition.approval === undefined);
  const [approval, setApproval] = useState<Approval>();
  const [answering, setAnswering] = useState(false);
  const [missing, setMissing] = useState(false);

  if (version > 0) return <Published version={version} />;
  if (flushed === false) return <p>{t('editing:publish.unsaved')}</p>;

  /** What is published is the draft as it is saved, so the answer is saved first. */
  const go = async () => {
    if (asks && !approval) {
      setMissing(true);
      return;
    }
    if (approval) {
      const answered = { ...definition, approval };
      change(answered);
      saver.change(answered);
      setAnswering(true);
      const saved = await saver.flush();
      setAnswering(false);
      if (!saved) return;
    }
    publish.mutate(saver.version);
  };
  const found =
    check.data && (!check.isPlaceholderData || answering || publish.isPending) ? check.data : undefined;
  return (
    <PublishContent
      found={
        found && {
          faults: faultsOf(saver.base, found.problems).map(shown),
          nothing: found.changes.length === 0,
        }
      }
      checking={{ error: check.error, again: () => void check.refetch() }}
      publishing={{ error: publish.error, busy: publish.isPending || answering, go: () => void go() }}
      hint={t(published ? 'forms-editor:publish.hintNext' : 'forms-editor:publish.hintFirst')}
      onClose={onClose}
    >
      <FormChanges changes={found?.changes ?? []} language={language} />
      {asks && (
        <ApprovalChoice
          value={approval}
          error={missing && !approval ? t('forms-editor:approval.missing') : undefined}
          onChange={setApproval}
        />
      )}
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
      message,
      go: () => select(place ?? null),
    };
  };
}
