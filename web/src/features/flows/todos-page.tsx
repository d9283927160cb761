import { CircleCheckBig } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '@/components/empty-state';
import { ListFrame } from '@/components/list-frame';
import { Page as Frame } from '@/components/page';
import { useUrlState } from '@/lib/routing/url-state';

import { useTodos } from './api';
import { FORM_FILTER, FormFilter } from './form-filter';
import { NothingFound } from './nothing-found';
import { TodoList } from './todo-list';

export function Page() {
  const { t } = useTranslation('flows');
  const [{ form }, change] = useUrlState(FORM_FILTER);
  const list = useTodos(form);
  return (
    <Frame title={t('todos.title')}>
      <ListFrame
        list={list}
        filters={<FormFilter value={form} rows={list.items} onChange={(next) => change({ form: next })} />}
        empty={
          form === '' ? (
            <EmptyState icon={CircleCheckBig} title={t('todos.empty')} hint={t('todos.emptyHint')} />
          ) : (
            <NothingFound onClear={() => change({ form: '' })} />
          )
        }
      >
        {(items) => <TodoList todos={items} stale={list.stale} />}
      </ListFrame>
    </Frame>
  );
}
