/** As what a list is shown, by what it is grouped, and which columns it has. */
import { Button, Select } from 'antd';
import { Columns3 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { labelText, useLabelLanguage } from '@/entities/field/label';

import { STATE } from '../list-query';

import { arrangeable, groupable } from './arrangements';
import { ColumnsDialog } from './columns-dialog';
import { TABLE, writeColumns, writeShow, type ViewColumn } from './layout';
import styles from './layout-tools.module.css';
import type { ListState } from './use-list-state';

interface Props {
  state: ListState;
  known: { key: string; title: string }[];
  chosen: ViewColumn[];
  /** Whether the form's records have states that say something. */
  staged: boolean;
}

export function LayoutTools({ state, known, chosen, staged }: Props) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const [open, setOpen] = useState(false);
  const { definition, layout, shown } = state;
  const nameOf = (id: string) =>
    labelText(definition.fields.find((field) => field.id === id)?.name, language) || id;
  const options = [
    { value: TABLE, label: t('show.table') },
    ...(['kanban', 'calendar'] as const).flatMap((kind) =>
      arrangeable(definition, kind).map(({ id }) => ({
        value: writeShow({ kind, by: id }),
        label: t(`show.${kind}`, { name: nameOf(id) }),
      })),
    ),
  ];
  const groups = [
    { value: '', label: t('group.none') },
    ...(staged ? [{ value: STATE, label: t('group.by', { name: t('records.state') }) }] : []),
    ...groupable(definition).map(({ id }) => ({ value: id, label: t('group.by', { name: nameOf(id) }) })),
  ];
  return (
    <>
      {options.length > 1 && (
        <Select
          className={styles.select ?? ''}
          aria-label={t('show.label')}
          popupMatchSelectWidth={false}
          value={options.some(({ value }) => value === layout.show) ? layout.show : TABLE}
          options={options}
          onChange={(next) => state.set('show', next)}
        />
      )}
      {shown.kind === TABLE && groups.length > 1 && (
        <Select
          className={styles.select ?? ''}
          aria-label={t('group.label')}
          popupMatchSelectWidth={false}
          value={groups.some(({ value }) => value === layout.group) ? layout.group : ''}
          options={groups}
          onChange={(next) => state.set('group', next)}
        />
      )}
      <Button
        className={styles.columns ?? ''}
        icon={<Columns3 size={15} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('columns.title')}
      </Button>
      {open && (
        <ColumnsDialog
          known={known}
          chosen={chosen}
          onChange={(next) => state.set('columns', writeColumns(next))}
          onReset={() => state.set('columns', '')}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
