/** What was copied from linked records when they were chosen, beside what they say now: shown, and copied anew on demand. */
import { Button } from 'antd';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { usePulled } from '@/entities/entry/pulled/use-pulled';
import { useCircumstances, type Entry } from '@/entities/entry/use-entry';

import { ChangeText } from './change-text';
import { refreshedChanges } from './refreshed';

interface Props {
  formId: string;
  recordId: string;
  entry: Entry;
  onRefresh: () => void;
}

export function RefreshValues(props: Props) {
  const { t } = useTranslation('forms');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<RefreshCw size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('refresh.title')}
      </Button>
      <Dialog open={open} title={t('refresh.title')} onClose={() => setOpen(false)}>
        {open && <Differences {...props} onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function Differences({ formId, recordId, entry, onRefresh, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('forms');
  const here = useCircumstances();
  const [pulling] = useState({ formId, recordId, refreshed: true });
  const { fields, typed, pulled } = entry;
  const { pulled: fresh, waiting, error } = usePulled(fields, typed, here, pulling);
  if (error) return <ProblemNote error={error} />;
  if (waiting) return <Skeleton rows={3} />;
  const changes = refreshedChanges(fields, typed, pulled, fresh);
  return (
    <>
      {changes.length === 0 ? (
        <p>{t('refresh.nothing')}</p>
      ) : (
        <dl>
          {changes.map((change) => (
            <ChangeText key={change.field} change={change} versions={[fields]} />
          ))}
        </dl>
      )}
      <Button
        type="primary"
        disabled={changes.length === 0}
        onClick={() => {
          onRefresh();
          onClose();
        }}
      >
        {t('refresh.use')}
      </Button>
    </>
  );
}
