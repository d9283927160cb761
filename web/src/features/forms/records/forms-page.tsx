/** Where records are found: every form that this person may fill in or read, each with its records. */
import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '@/components/empty-state';
import { ListFrame } from '@/components/list-frame';
import { Page as Frame } from '@/components/page';
import { useForms } from '@/entities/form/api';

import { FormLine, FormLines } from '../form-line';

export function Page() {
  const { t } = useTranslation('forms');
  const forms = useForms();
  const published = forms.items.filter(({ published_version }) => published_version > 0);
  // What is no longer filled in stands last.
  const ordered = [
    ...published.filter(({ archived }) => !archived),
    ...published.filter(({ archived }) => archived),
  ];
  return (
    <Frame title={t('records.heading')} hint={t('records.hint')}>
      <ListFrame
        list={{ ...forms, items: ordered }}
        empty={<EmptyState icon={FolderOpen} title={t('records.noForms')} hint={t('open.noneHint')} />}
      >
        {(items) => (
          <FormLines>
            {items.map((form) => (
              <FormLine
                key={form.id}
                form={form}
                to={`/forms/${form.id}/records`}
                tag={form.archived ? t('records.archivedTag') : ''}
              />
            ))}
          </FormLines>
        )}
      </ListFrame>
    </Frame>
  );
}
