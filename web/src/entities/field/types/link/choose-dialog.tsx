/** The records that may be linked, as a table; and the way to make a new one that is taken at once. */
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Apart } from '@/components/apart';
import { Dialog } from '@/components/dialog';
import { Segmented } from '@/components/segmented';
import { InPlace } from '@/entities/entry/in-place';
import { publishedQuery, type Form } from '@/entities/form/api';
import { ChooseTable } from '@/entities/record/choose/choose-table';
import type { Candidate, RecordSource } from '@/entities/record/choose/sources';

import type { Field } from '../../definition';
import { labelText, useLabelLanguage } from '../../label';
import { rememberLinked } from '../../linked/links';

import styles from './choose-dialog.module.css';
import { MOST_LINKED, shownColumns } from './options';

interface Props {
  field: Field;
  title: string;
  source: RecordSource;
  value: string[];
  onChange: (ids: string[]) => void;
  onClose: () => void;
}

export function ChooseDialog({ field, title, source, value, onChange, onClose }: Props) {
  const { t } = useTranslation('entry');
  const language = useLabelLanguage();
  const client = useQueryClient();
  const forms = useForms(source.forms);
  const [form, setForm] = useState(source.forms[0] ?? '');
  const [creating, setCreating] = useState(false);
  const { multiple = false, create = false } = field.options ?? {};
  const now = forms.find(({ id }) => id === form);
  const nameOf = (each: Form | undefined) => labelText(each?.name, language);
  const take = (id: string, called?: string) => {
    if (called !== undefined) rememberLinked(client, id, called);
    if (!multiple) {
      onChange([id]);
      onClose();
    } else if (value.includes(id)) onChange(value.filter((each) => each !== id));
    else if (value.length < MOST_LINKED) onChange([...value, id]);
  };
  const press = (candidate: Candidate) => take(candidate.id, candidate.title || candidate.serial);
  return (
    <Apart>
      <Dialog
        key={creating ? 'new' : 'choose'}
        open
        place="broad"
        title={creating ? t('link.newOf', { name: nameOf(now) }) : title}
        onClose={creating ? () => setCreating(false) : onClose}
        footer={
          multiple &&
          !creating && (
            <>
              <span className={styles.count} role="status">
                {t('link.count', { count: value.length })}
              </span>
              <Button type="primary" onClick={onClose}>
                {t('link.done')}
              </Button>
            </>
          )
        }
      >
        {creating && now ? (
          <InPlace
            form={now}
            onCreated={(id) => {
              setCreating(false);
              take(id);
            }}
          />
        ) : (
          <>
            {source.forms.length > 1 && (
              <div className={styles.forms}>
                <Segmented
                  label={t('link.form')}
                  value={form}
                  options={source.forms.map((id) => ({
                    value: id,
                    label: nameOf(forms.find((each) => each.id === id)) || '…',
                  }))}
                  onChange={setForm}
                />
              </div>
            )}
            <ChooseTable
              key={form}
              source={source}
              form={form}
              columns={shownColumns(field)}
              chosen={value}
              onPress={press}
            >
              {create && now?.can_submit && (
                <Button icon={<Plus size={15} aria-hidden="true" />} onClick={() => setCreating(true)}>
                  {t('link.new', { name: nameOf(now) })}
                </Button>
              )}
            </ChooseTable>
          </>
        )}
      </Dialog>
    </Apart>
  );
}

/** Those that this person may see. */
function useForms(ids: string[]): Form[] {
  return useQueries({
    queries: ids.map(publishedQuery),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
}
