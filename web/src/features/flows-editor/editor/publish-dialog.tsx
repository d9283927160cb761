/** Before publishing: what will change for those who submit and approve, or what still keeps it from being published. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { PublishContent, useFlushed, type FaultShown } from '@/components/editing/publish-content';
import { PublishedPanel } from '@/components/editing/published-panel';
import { ErrorState } from '@/components/error-state';
import { Skeleton } from '@/components/skeleton';
import { usePublishedForm } from '@/entities/form/api';
import { same } from '@/lib/editing/same';

import { useCheck, usePublish, useVersion, type Flow } from '../api';
import { findingsOf, type Finding } from '../model/faults';
import { findArm, findBranch, findStep, keyOf } from '../model/tree';

import { useEditor } from './editor';
import { FlowChanges } from './flow-changes';

interface Props {
  open: boolean;
  /** As the server has it: its state, and which version is in use. */
  flow: Flow;
  onClose: () => void;
  onPublished: (flow: Flow) => void;
}

export function PublishDialog({ open, ...props }: Props) {
  const { t } = useTranslation('flows-editor');
  return (
    <Dialog open={open} title={t('publish.title')} onClose={props.onClose}>
      <Content {...props} />
    </Dialog>
  );
}

function Content({ flow, onClose, onPublished }: Omit<Props, 'open'>) {
  const { t } = useTranslation(['flows-editor', 'editing', 'components']);
  const { flowId, saver, form, words } = useEditor();
  const flushed = useFlushed(saver);
  const check = useCheck(flowId, saver, flushed === true);
  const last = useVersion(flowId, flow.published_version);
  const [done, setDone] = useState(0);
  const publish = usePublish(flowId, (published) => {
    setDone(published.published_version);
    onPublished(published);
  });
  const shown = useShown();

  if (done > 0) return <Published version={done} formId={form.id} />;
  if (flushed === false) return <p>{t('editing:publish.unsaved')}</p>;
  const answered = check.data && !check.isPlaceholderData ? check.data : undefined;
  const ready = answered && (last.data ?? flow.published_version === 0) ? answered : undefined;
  const found = ready && findingsOf(saver.base, ready.errors, ready.warnings);
  const newForm = last.data && last.data.form_version !== form.published_version;
  const unchanged = last.data && !newForm && same(last.data.definition, saver.base);
  const disabled = flow.status === 'disabled';
  return (
    <PublishContent
      found={
        found && {
          faults: found.filter(({ warns }) => !warns).map(shown),
          warnings: found.filter(({ warns }) => warns).map(shown),
          nothing: unchanged === true && !disabled,
        }
      }
      checking={{
        error: check.error ?? last.error,
        again: () => {
          void check.refetch();
          if (last.error) void last.refetch();
        },
      }}
      publishing={{
        error: publish.error,
        busy: publish.isPending,
        go: () => publish.mutate(saver.version),
      }}
      hint={t(
        disabled
          ? 'flows-editor:publish.hintAgain'
          : flow.published_version > 0
            ? 'flows-editor:publish.hintNext'
            : 'flows-editor:publish.hintFirst',
      )}
      onClose={onClose}
    >
      <FlowChanges
        before={last.data?.definition ?? null}
        after={saver.base}
        also={newForm ? [t('flows-editor:change.form', { version: form.published_version })] : []}
        words={words}
      />
    </PublishContent>
  );
}

/** After publishing: the form takes submissions now, which it may not have done before. */
function Published({ version, formId }: { version: number; formId: string }) {
  const { t } = useTranslation('flows-editor');
  const { data, error, refetch, isFetching } = usePublishedForm(formId);
  if (error) return <ErrorState error={error} again={() => void refetch()} />;
  if (!data || isFetching) return <Skeleton rows={3} />;
  return (
    <PublishedPanel version={version} formId={formId} open={data.can_submit} text={t('published.text')} />
  );
}

function useShown(): (finding: Finding) => FaultShown {
  const { t } = useTranslation('flows-editor');
  const { definition, select } = useEditor();
  const nameOf = ({ spot }: Finding) => {
    if (!spot) return t('flow.settings');
    if ('step' in spot) return findStep(definition, spot.step)?.step.name ?? '';
    const branch = findBranch(definition, spot.branch);
    return t('publish.within', {
      branch: branch?.name ?? '',
      arm: findArm(definition, spot)?.name ?? branch?.default.name ?? t('arm.usual'),
    });
  };
  return (finding) => ({
    key: `${keyOf(finding.spot)} ${finding.at} ${finding.message}`,
    where: nameOf(finding),
    message: finding.message,
    go: () => select(finding.spot),
  });
}
