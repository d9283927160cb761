/** What can be filled in: the forms that are open to me. */
import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '@/components/empty-state';
import { ListFrame } from '@/components/list-frame';
import { Page as Frame } from '@/components/page';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { useForms } from '@/entities/form/api';
import { readDraft } from '@/lib/drafts/drafts';
import { useMe } from '@/lib/session/me';

import { FormLine, FormLines } from './form-line';

export function Page() {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const me = useMe();
  const forms = useForms();
  const open = forms.items.filter(
    ({ archived, can_submit, published_version }) => !archived && can_submit && published_version > 0,
  );
  return (
    <Frame title={t('open.title')} hint={t('open.hint')}>
      <ListFrame
        list={{ ...forms, items: open }}
        empty={<EmptyState icon={FolderOpen} title={t('open.none')} hint={t('open.noneHint')} />}
      >
        {(items) => (
          <FormLines>
            {items.map((form) => (
              <FormLine
                key={form.id}
                form={form}
                to={`/forms/${form.id}/new`}
                tag={readDraft(me.id, form.id) === null ? '' : t('open.draft')}
                other={{
                  to: `/forms/${form.id}/records`,
                  label: t('open.records'),
                  about: t('open.recordsOf', { form: labelText(form.name, language) }),
                }}
              />
            ))}
          </FormLines>
        )}
      </ListFrame>
    </Frame>
  );
}
