/** Before an import starts: which columns are for which fields, how records are found, and what would be wrong. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { ErrorState } from '@/components/error-state';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import type { Form } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import { HeadChoice } from '@/entities/spreadsheet/head-choice';
import { fileOf } from '@/entities/spreadsheet/made-of';

import { useCheck, useStart, type Check, type Import, type Settings, type Start } from './api';
import { mapped, missing, reread } from './choices';
import styles from './imports.module.css';
import { MappingTable } from './mapping-table';
import { Preview } from './preview';
import { Ways } from './ways';

interface Props {
  form: Form;
  made: Import;
  onAgain: () => void;
}

export function Checking({ form, made, onAgain }: Props) {
  const { t } = useTranslation('imports');
  const formId = form.id;
  const [settings, setSettings] = useState<Settings>(() => begun(form, made));
  const check = useCheck(formId, made.id, settings);
  const [last, setLast] = useState<Check | null>(null);
  if (check.data && check.data !== last) setLast(check.data);
  const found = check.data ?? last;
  const another = <Button onClick={onAgain}>{t('another')}</Button>;
  if (!found) {
    return check.error ? (
      <ErrorState error={check.error} again={() => void check.refetch()} />
    ) : (
      <Card title={made.file_name}>
        <Skeleton rows={6} />
      </Card>
    );
  }
  const mapping = settings.mapping ?? found.mapping;
  return (
    <Stack>
      <Card title={made.file_name} extra={another}>
        <HeadChoice table={found} onChange={(chosen) => setSettings(reread(settings, chosen))} />
      </Card>
      <Card title={t('columns.title')} flush>
        <MappingTable
          check={found}
          mapping={mapping}
          onChange={(column, path) =>
            setSettings({ ...settings, ...placed(found), mapping: mapped(mapping, column, path) })
          }
        />
      </Card>
      <Card title={t('ways.title')}>
        <Ways
          check={found}
          settings={settings}
          onChange={(changes) => setSettings({ ...settings, ...placed(found), mapping, ...changes })}
        />
      </Card>
      <ProblemNote error={check.error} />
      <Card title={t('preview.title')}>
        <Preview check={found} mapping={found.mapping} stale={check.isFetching} />
      </Card>
      <Go
        formId={formId}
        made={made}
        check={found}
        settings={settings}
        ready={!check.isFetching && !check.error}
      />
    </Stack>
  );
}

/** Of the file that the form was made of, the columns are known; of another they are guessed. */
function begun(form: Form, { upload_id }: Import): Settings {
  const known = fileOf(form.id);
  if (known?.upload !== upload_id) return {};
  const ids = new Set(definitionOf(form.definition).fields.map(({ id }) => id));
  const mapping = Object.fromEntries(Object.entries(known.mapping).filter(([, id]) => ids.has(id)));
  return { sheet: known.sheet, head: known.head, mapping };
}

/** The sheet and head that the mapping belongs to. */
const placed = ({ sheet, head }: Check) => ({ sheet, head });

interface GoProps {
  formId: string;
  made: Import;
  check: Check;
  settings: Settings;
  ready: boolean;
}

function Go({ formId, made, check, settings, ready }: GoProps) {
  const { t } = useTranslation('imports');
  const [faulty, setFaulty] = useState<NonNullable<Start['faulty']>>('skip');
  const start = useStart(formId, made.id);
  const { counts, targets, mapping } = check;
  const lacking = check.mode === 'update' ? [] : missing(targets, mapping);
  const mode = check.mode as Start['mode'];
  const send = () => start.mutate({ ...settings, ...placed(check), mapping, mode, key: check.key, faulty });
  return (
    <div className={styles.go}>
      {lacking.length > 0 && (
        <p role="alert" className={styles.warning}>
          {t('lacking', { fields: lacking.map(({ label }) => label).join(t('separator')) })}
        </p>
      )}
      {counts.faulty > 0 && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={faulty === 'stop'}
            onChange={({ target }) => setFaulty(target.checked ? 'stop' : 'skip')}
          />
          {t('stopAtFault')}
        </label>
      )}
      <ProblemNote error={start.error} />
      <Button
        type="primary"
        size="large"
        loading={start.isPending}
        disabled={!ready || counts.records === 0 || Object.keys(mapping).length === 0}
        onClick={send}
      >
        {t('start', { count: counts.records })}
      </Button>
    </div>
  );
}
