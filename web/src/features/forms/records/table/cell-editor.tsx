/**
 * One value of a record, changed in its place in the list: the input of the fill-in page beside the cell. Esc gives up. If a
 * colleague has changed it meanwhile, both values are in sight before anything is saved.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { EntryFields } from '@/entities/entry/entry-fields';
import { UploadsProvider } from '@/entities/entry/files/uploads';
import { fromStored } from '@/entities/entry/input-state';
import { useCircumstances, useEntry } from '@/entities/entry/use-entry';
import type { Field } from '@/entities/field/definition';
import { isBlank, ValueText } from '@/entities/field/value-text';
import { useMemberName } from '@/entities/member/names';
import { recordQuery, type StoredRecord } from '@/entities/record/api';
import { ApiProblem, isProblem } from '@/lib/api/problem';
import { useSend } from '@/lib/api/use-send';

import { updateRecord } from '../api';
import { withValue } from '../change-value';
import { same } from '../changes';

import styles from './cell-editor.module.css';

interface Props {
  recordId: string;
  field: Field;
  /** Of the whole form. */
  fields: Field[];
  /** Where the cell stands in the window. */
  place: { top: number; left: number; bottom: number };
  onClose: () => void;
}

export function CellEditor({ recordId, field, fields, place, onClose }: Props) {
  const { t } = useTranslation(['forms', 'components']);
  const record = useQuery({ ...recordQuery(recordId), staleTime: 0, refetchOnMount: 'always' });
  const panel = useRef<HTMLDivElement>(null);
  const fresh = record.isFetchedAfterMount ? record.data : undefined;
  const isReady = fresh !== undefined;
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')?.focus();
  }, [isReady]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || document.querySelector(OPEN_LIST)) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <>
      <button
        type="button"
        className={styles.outside}
        tabIndex={-1}
        aria-label={t('components:close')}
        onClick={onClose}
      />
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- It only takes Esc, from what stands in it. */}
      <div ref={panel} className={styles.panel} style={spot(place)} onKeyDown={onKeyDown}>
        {record.error && <ProblemNote error={record.error} />}
        {!fresh && !record.error && <Skeleton rows={2} />}
        {fresh && !fresh.may.change && <p className={styles.note}>{t('forms:cell.locked')}</p>}
        {fresh?.may.change && <Editing {...{ record: fresh, field, fields, onClose }} />}
      </div>
    </>
  );
}

const OPEN_LIST =
  ':is(.ant-select-dropdown, .ant-picker-dropdown):not(.ant-select-dropdown-hidden, .ant-picker-dropdown-hidden)';

/** Pixels: the panel stays in the window, above the cell where there is no room below it. */
const ROOM = { width: 340, height: 240 };

function spot({ top, left, bottom }: Props['place']) {
  const across = Math.max(8, Math.min(left, window.innerWidth - ROOM.width));
  return bottom + ROOM.height > window.innerHeight && top > ROOM.height
    ? { left: across, bottom: window.innerHeight - top }
    : { left: across, top: bottom };
}

interface EditingProps {
  record: StoredRecord;
  field: Field;
  fields: Field[];
  onClose: () => void;
}

function Editing({ record, field, fields, onClose }: EditingProps) {
  const { t } = useTranslation(['forms', 'components']);
  const here = useCircumstances();
  const client = useQueryClient();
  const only = useMemo(() => [field], [field]);
  // What it is compared with: somebody else's change moves it on, and is shown.
  const [base, setBase] = useState(record);
  const [overtaken, setOvertaken] = useState(false);
  const [start] = useState(() => fromStored(only, record.values, here));
  const entry = useEntry(only, start, here);
  const [problem, setProblem] = useState<Error | null>(null);
  const name = useMemberName(base.updated_by) ?? '…';
  const save = useSend(
    () => updateRecord(record.id, base.version, withValue(fields, base.values, field, entry.values)),
    {
      repeats: false,
      changes: [['records', 'list']],
      onSuccess: (saved) => {
        client.setQueryData(recordQuery(record.id).queryKey, saved);
        onClose();
      },
    },
  );
  const failed = async (error: Error) => {
    if (isProblem(error, 'stale')) {
      const theirs = await client.query({ ...recordQuery(record.id), staleTime: 0 });
      setOvertaken(!same(theirs.values[field.id], base.values[field.id]));
      setBase(theirs);
      setProblem(same(theirs.values[field.id], base.values[field.id]) ? error : null);
      return;
    }
    const faults = error instanceof ApiProblem ? error.fields : [];
    setProblem(faults.length > 0 && entry.place(faults).length === 0 ? null : error);
  };
  const send = () => {
    if (save.isPending || !entry.check(false)) return;
    setProblem(null);
    save.mutate(undefined, { onError: (error) => void failed(error) });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <UploadsProvider formId={record.form_id} entry={entry}>
        <EntryFields entry={entry} />
      </UploadsProvider>
      {overtaken && (
        <div className={styles.overtaken} role="alert">
          <p>{t('forms:cell.overtaken', { name })}</p>
          <p className={styles.theirs}>
            {isBlank(base.values[field.id]) ? (
              t('forms:cell.blank')
            ) : (
              <ValueText field={field} value={base.values[field.id]} />
            )}
          </p>
        </div>
      )}
      <ProblemNote error={problem} />
      <div className={styles.actions}>
        <Button size="small" disabled={save.isPending} onClick={onClose}>
          {t(overtaken ? 'forms:cell.theirs' : 'components:cancel')}
        </Button>
        <Button size="small" type="primary" htmlType="submit" loading={save.isPending}>
          {t(overtaken ? 'forms:cell.mine' : 'forms:cell.save')}
        </Button>
      </div>
    </form>
  );
}
