/**
 * A new record of another form, made from within the one that is being filled in. What was typed stays on this device until it
 * is saved, so closing it costs nothing.
 */
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Form } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import { CREATE_CHANGES, createRecord } from '@/entities/record/create';
import { ApiProblem, isPassing } from '@/lib/api/problem';
import { useSend } from '@/lib/api/use-send';

import { EntryForm } from './entry-form';
import { fitting, startingWith } from './input-state';
import { useDraft } from './use-draft';
import { useCircumstances, useEntry } from './use-entry';

interface Props {
  form: Form;
  onCreated: (recordId: string) => void;
}

export function InPlace({ form, onCreated }: Props) {
  const { t } = useTranslation('entry');
  const here = useCircumstances();
  const fields = useMemo(() => definitionOf(form.definition, form).fields, [form]);
  const { found, keep, drop, keyFor, answered } = useDraft(here.memberId, `linked.${form.id}`);
  const [start] = useState(() => (found ? fitting(fields, found) : startingWith(fields, here)));
  const pulling = useMemo(() => ({ formId: form.id }), [form.id]);
  const entry = useEntry(fields, start, here, pulling, undefined, form.definition.rules);
  const [problem, setProblem] = useState<Error | null>(null);
  const [done, setDone] = useState(false);
  const { typed } = entry;
  const touched = typed !== start;
  useEffect(() => {
    if (touched && !done) keep(typed);
  }, [keep, typed, touched, done]);

  const send = useSend(createRecord, {
    changes: CREATE_CHANGES,
    onSuccess: (id) => {
      setDone(true);
      drop();
      onCreated(id);
    },
  });
  const failed = (error: Error) => {
    if (!isPassing(error)) answered();
    const faults = error instanceof ApiProblem ? error.fields : [];
    setProblem(faults.length > 0 && entry.place(faults).length === 0 ? null : error);
  };
  const submit = () => {
    if (send.isPending || done) return;
    setProblem(null);
    if (entry.check())
      send.mutate({ form, values: entry.values, key: keyFor(entry.values) }, { onError: failed });
  };
  const restart = () => {
    drop();
    entry.change({ kind: 'restart', typed: startingWith(fields, here) });
  };
  return (
    <EntryForm
      formId={form.id}
      entry={entry}
      layout={form.definition.layout}
      compared={form.compared}
      problem={problem}
      note={found !== null || touched ? t('link.kept') : ''}
      onSubmit={submit}
      actions={() => (
        <>
          {(found !== null || touched) && (
            <Button size="large" onClick={restart}>
              {t('link.restart')}
            </Button>
          )}
          <Button type="primary" size="large" htmlType="submit" loading={send.isPending || done}>
            {t(form.flow_id === '' ? 'link.save' : 'link.submit')}
          </Button>
        </>
      )}
    />
  );
}
