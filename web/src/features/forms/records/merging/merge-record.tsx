/** Merges another record of the form into this one: choose it, compare the two field by field, confirm. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { ErrorState } from '@/components/error-state';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { toast } from '@/components/toast';
import type { Form } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import type { StoredRecord } from '@/entities/record/api';
import { ChooseTable } from '@/entities/record/choose/choose-table';
import { recordsOf } from '@/entities/record/choose/sources';

import { useMerge, useMergePreview, type MergePreview, type Source } from './api';
import { Compare } from './compare';

interface Props {
  record: StoredRecord;
  form: Form;
}

export function MergeRecord({ record, form }: Props) {
  const { t } = useTranslation('forms');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)}>
        {t('merge.verb')}
      </Button>
      {open && <MergeDialog record={record} form={form} onClose={() => setOpen(false)} />}
    </>
  );
}

function MergeDialog({ record, form, onClose }: Props & { onClose: () => void }) {
  const [loser, setLoser] = useState('');
  return loser === '' ? (
    <Choose record={record} form={form} onChoose={setLoser} onClose={onClose} />
  ) : (
    <Confirm record={record} form={form} loser={loser} onBack={() => setLoser('')} onClose={onClose} />
  );
}

interface ChooseProps extends Props {
  onChoose: (id: string) => void;
  onClose: () => void;
}

function Choose({ record, form, onChoose, onClose }: ChooseProps) {
  const { t } = useTranslation('forms');
  const definition = definitionOf(form.definition, form);
  const shown = definition.fields.slice(0, 3).map(({ id }) => id);
  const source = recordsOf([record.form_id]);
  const others = {
    ...source,
    read: async (asked: Parameters<typeof source.read>[0]) => {
      const page = await source.read(asked);
      return { ...page, items: page.items.filter(({ id }) => id !== record.id) };
    },
    key: ['merge', record.id],
  };
  return (
    <Dialog open title={t('merge.choose')} place="broad" onClose={onClose}>
      <Stack>
        <p>{t('merge.chooseHint')}</p>
        <ChooseTable
          source={others}
          form={record.form_id}
          columns={shown}
          chosen={[]}
          onPress={({ id }) => onChoose(id)}
        />
      </Stack>
    </Dialog>
  );
}

interface ConfirmProps extends Props {
  loser: string;
  onBack: () => void;
  onClose: () => void;
}

function Confirm({ record, form, loser, onBack, onClose }: ConfirmProps) {
  const { t } = useTranslation(['forms', 'components']);
  const preview = useMergePreview(record.id, loser);
  const [chosen, setChosen] = useState<Record<string, Source>>({});
  const merge = useMerge(() => {
    toast(t('forms:merge.started'));
    onClose();
  });
  const refused = preview.data === undefined || preview.data.refusals.length > 0;
  const start = ({ survivor, loser: other }: MergePreview) =>
    merge.mutate({ survivor, loser: other, take: chosen });
  const close = () => {
    if (!merge.isPending) onClose();
  };
  return (
    <Dialog
      open
      title={t('forms:merge.compare')}
      place="broad"
      onClose={close}
      footer={
        <>
          <Button disabled={merge.isPending} onClick={onBack}>
            {t('forms:merge.other')}
          </Button>
          <Button
            type="primary"
            danger
            disabled={refused}
            loading={merge.isPending}
            onClick={() => preview.data && start(preview.data)}
          >
            {t('forms:merge.confirm')}
          </Button>
        </>
      }
    >
      {preview.data ? (
        <Compare
          preview={preview.data}
          fields={definitionOf(form.definition, form).fields}
          chosen={chosen}
          onChoose={(field, source) => setChosen({ ...chosen, [field]: source })}
        />
      ) : preview.error ? (
        <ErrorState error={preview.error} again={() => void preview.refetch()} />
      ) : (
        <Skeleton rows={6} />
      )}
      <ProblemNote error={merge.error} />
    </Dialog>
  );
}
