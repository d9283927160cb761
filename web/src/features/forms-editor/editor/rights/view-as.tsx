/** The form as a colleague sees it, under the rights on the screen: how many records, which fields, what they may do. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DataTable, type Column } from '@/components/data-table';
import { Dialog } from '@/components/dialog';
import { Setting } from '@/components/editing/setting';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Skeleton } from '@/components/skeleton';
import { labelText } from '@/entities/field/label';
import { LinksProvider } from '@/entities/field/linked/links-provider';
import { ValueText } from '@/entities/field/value-text';
import { useEditor } from '@/entities/form/editing/editor';
import { MemberSelect } from '@/entities/member/member-select';
import type { Schemas } from '@/lib/api/types';

import { previewQuery } from '../../api';

import { ACTIONS, LEVELS, type Level } from './model';
import styles from './rights.module.css';
import { useJoined } from './use-sentence';

type Preview = Schemas['FormsAccessPreview'];
type Card = Preview['items'][number];

const COLUMNS = 4;

export function ViewAs({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('forms-editor');
  const { formId, definition } = useEditor();
  const [member, setMember] = useState('');
  const found = useQuery(previewQuery(formId, member, definition.access ?? {}));
  return (
    <Dialog open place="broad" title={t('rights.viewAs')} onClose={onClose}>
      <div className={styles.form}>
        <Setting label={t('rights.viewAsWho')} hint={t('rights.viewAsHint')}>
          {({ id }) => <MemberSelect id={id} value={member} onChange={setMember} />}
        </Setting>
        {member !== '' && found.error && (
          <ErrorState error={found.error} again={() => void found.refetch()} />
        )}
        {member !== '' && found.isLoading && <Skeleton rows={4} />}
        {member !== '' && found.data && <Seen preview={found.data} />}
      </div>
    </Dialog>
  );
}

function Seen({ preview }: { preview: Preview }) {
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const join = useJoined();
  const nameOf = (id: string) => labelText(definition.fields.find((each) => each.id === id)?.name, language);
  const at = (level: Level) =>
    Object.entries(preview.fields).flatMap(([id, { most }]) => (most === level ? [nameOf(id)] : []));
  const actions = ACTIONS.filter((action) => preview.actions.includes(action));
  return (
    <>
      <ul className={styles.facts}>
        {preview.everything && <li>{t('rights.sees.everything')}</li>}
        {!preview.everything && preview.read_all && <li>{t('rights.sees.readAll')}</li>}
        <li>{t(preview.may_submit ? 'rights.sees.submits' : 'rights.sees.noSubmit')}</li>
        <li>{t(preview.exact ? 'rights.sees.count' : 'rights.sees.countMore', { count: preview.count })}</li>
        <li>
          {actions.length > 0
            ? t('rights.sees.actions', { actions: join(actions.map((each) => t(`rights.action.${each}`))) })
            : t('rights.sees.noActions')}
        </li>
        {LEVELS.map((level) => {
          const names = at(level).filter((name) => name !== '');
          return names.length > 0 ? (
            <li key={level}>{t(`rights.sees.${level}`, { fields: join(names) })}</li>
          ) : null;
        })}
      </ul>
      <Records items={preview.items} />
    </>
  );
}

function Records({ items }: { items: Card[] }) {
  const { t } = useTranslation('forms-editor');
  const { published, language } = useEditor();
  if (items.length === 0) return <EmptyState title={t('rights.sees.none')} />;
  const shown = (published?.fields ?? []).filter(({ id }) => items.some(({ values }) => id in values));
  const columns: Column<Card>[] = [
    { key: '@title', title: t('rights.sees.record'), cell: ({ title, serial }) => title || serial },
    ...shown.slice(0, COLUMNS).map((field): Column<Card> => ({
      key: field.id,
      title: labelText(field.name, language),
      cell: ({ values, links, id }) => (
        <LinksProvider links={links}>
          <ValueText field={field} value={values[field.id]} recordId={id} />
        </LinksProvider>
      ),
    })),
  ];
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard.
    <div className={styles.scroll} role="group" aria-label={t('rights.sees.records')} tabIndex={0}>
      <DataTable label={t('rights.sees.records')} columns={columns} rows={items} rowKey={({ id }) => id} />
    </div>
  );
}
