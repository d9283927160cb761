/** As of when a record's roll-ups are, which of them are still being computed, and computing them anew. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { ProblemNote } from '@/components/problem-note';
import type { Field } from '@/entities/field/definition';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { typeOf } from '@/entities/field/registry';
import type { StoredRecord } from '@/entities/record/api';
import { useCan } from '@/lib/session/me';

import { useRecompute } from './api';
import styles from './rollups-note.module.css';

/** Milliseconds between two looks at a figure that is being computed, and how many looks at most. */
const LOOK_AGAIN = 2000;
const LOOKS = 15;

export function RollupsNote({ record, fields }: { record: StoredRecord; fields: Field[] }) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const can = useCan();
  const kept = fields.filter((field) => typeOf(field).kept !== undefined);
  const { rollups_at: at, rollups_pending: pending = [] } = record;
  const waiting = kept.filter(({ id }) => at === undefined || pending.includes(id));
  const [looks, setLooks] = useState(0);
  const recompute = useRecompute(() => setLooks(LOOKS));
  useLookingAgain(record.id, looks > 0, () => setLooks((left) => left - 1));
  if (kept.length === 0) return null;
  const names = waiting.map(({ name }) => labelText(name, language)).join(t('rollups.separator'));
  return (
    <div className={styles.note}>
      <span role="status">
        {waiting.length > 0
          ? t('rollups.pending', { names })
          : looks > 0
            ? t('rollups.computing')
            : at && (
                <>
                  {t('rollups.at')} <DateText value={at} as="exact" />
                </>
              )}
      </span>
      {can('forms.build') && (
        <Button
          size="small"
          type="text"
          icon={<RefreshCw size={14} aria-hidden="true" />}
          disabled={looks > 0}
          loading={recompute.isPending}
          onClick={() => recompute.mutate(record.id)}
        >
          {t('rollups.recompute')}
        </Button>
      )}
      {recompute.error && <ProblemNote error={recompute.error} />}
    </div>
  );
}

function useLookingAgain(recordId: string, looking: boolean, looked: () => void): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!looking) return undefined;
    const timer = setInterval(() => {
      void client.invalidateQueries({ queryKey: ['records', recordId], exact: true });
      looked();
    }, LOOK_AGAIN);
    return () => clearInterval(timer);
  });
}
