/** Every move of a record through the stages of one field, with how long it stayed before, newest first. */
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { Dialog } from '@/components/dialog';
import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { Skeleton } from '@/components/skeleton';
import { Timeline, type Mark } from '@/components/timeline';
import type { Field } from '@/entities/field/definition';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { isBlank, ValueText } from '@/entities/field/value-text';
import type { StoredRecord } from '@/entities/record/api';

import { useStageMoves, type StageMove } from './api';
import { spanText } from './span-text';
import styles from './stage-bar.module.css';

const MARKS: Record<StageMove['kind'], Mark> = {
  open: 'step',
  won: 'approved',
  lost: 'rejected',
  paused: 'note',
  done: 'approved',
};

interface Props {
  record: StoredRecord;
  field: Field;
  fields: Field[];
  onClose: () => void;
}

export function StageHistory({ record, field, fields, onClose }: Props) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const moves = useStageMoves(record.id);
  const amount = fields.find(({ id }) => id === field.options?.amount);
  const name = (label: StageMove['to_name'], value: string) => labelText(label, language) || value;
  return (
    <Dialog open place="side" title={t('stages.history')} onClose={onClose}>
      {moves.error ? (
        <ErrorState error={moves.error} again={moves.again} />
      ) : moves.loading ? (
        <Skeleton rows={4} />
      ) : (
        <Timeline
          label={t('stages.history')}
          items={moves.items
            .filter((move) => move.field === field.id)
            .map((move) => {
              const from = name(move.from_name, move.from);
              const to = name(move.to_name, move.to);
              return {
                key: String(move.number),
                mark: move.from === '' ? 'start' : MARKS[move.kind],
                title: move.from === '' ? t('stages.began', { to }) : t('stages.went', { from, to }),
                aside: <DateText value={move.at} />,
                children: (
                  <>
                    <p className={styles.about}>
                      {t('stages.by', { by: move.by_name || t('records.system') })}
                    </p>
                    {move.from !== '' && (
                      <p className={styles.about}>
                        {t('stages.took', {
                          from,
                          time: spanText(move.seconds, language),
                          working: spanText(move.working_seconds, language),
                        })}
                      </p>
                    )}
                    {amount && !isBlank(move.amount) && (
                      <p className={styles.about}>
                        {labelText(amount.name, language)} <ValueText field={amount} value={move.amount} />
                      </p>
                    )}
                    {move.note && <p>{move.note}</p>}
                  </>
                ),
              };
            })}
        />
      )}
      <More list={moves} label={t('stages.more')} />
    </Dialog>
  );
}
