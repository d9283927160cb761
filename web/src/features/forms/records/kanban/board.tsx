/** Records as cards in lanes, one for each stage or choice. A card is moved by dragging it, or by its menu. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-table';
import { ProblemNote } from '@/components/problem-note';
import type { Field, Stage } from '@/entities/field/definition';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { isComputed, isMoved } from '@/entities/field/registry';
import { colorOf, stagesOf } from '@/entities/field/types/stage/stages';
import type { StoredRecord } from '@/entities/record/api';
import { ApiProblem } from '@/lib/api/problem';
import { useMe } from '@/lib/session/me';

import { textOf, type RecordCard } from '../api';
import { changeValue, newest } from '../change-value';
import { moveRecord } from '../stages/api';
import { MoveDialog } from '../stages/move-dialog';
import { choicesOf } from '../views/arrangements';
import type { ListState } from '../views/use-list-state';

import styles from './board.module.css';
import { LaneColumn } from './lane';
import { laneFilter, lanesOf, type Move } from './model';
import { useDrag } from './use-drag';

interface Props {
  state: ListState;
  field: Field;
  /** What a card says below its title. */
  columns: Column<RecordCard>[];
}

export function Board({ state, field, columns }: Props) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const client = useQueryClient();
  const { company } = useMe();
  const [moves, setMoves] = useState<Move<RecordCard>[]>([]);
  const [asking, setAsking] = useState<{ record: StoredRecord; stage: Stage } | null>(null);
  const [refused, setRefused] = useState<{ name: string; error: Error } | null>(null);
  const [cards, setCards] = useState<Record<string, RecordCard[]>>({});
  const fields = state.definition.fields;
  const movable =
    (isMoved(field) || !isComputed(field)) && !company.read_only && !(state.form.archived && !isMoved(field));
  const lanes = lanesOf(choicesOf(field), {
    nameOf: (each) => labelText(each.name, language) || each.value,
    colorOf,
    blank: t('board.blank'),
  });
  const move = (card: RecordCard, to: string) => {
    const from = textOf(card, field.id);
    if (from === to || moves.some((each) => each.card.id === card.id)) return;
    setRefused(null);
    setMoves((all) => [...all, { card, from, to }]);
    void carryOut(card, to)
      .catch((error: unknown) => {
        setRefused({ name: card.title || card.serial, error: error instanceof Error ? error : new Error() });
      })
      .then(() => client.invalidateQueries({ queryKey: ['records', 'list', state.form.id] }))
      .finally(() => setMoves((all) => all.filter((each) => each.card.id !== card.id)));
  };
  const drag = useDrag((id, to) => {
    const card = Object.values(cards)
      .flat()
      .find((each) => each.id === id);
    const isLane = lanes.some(({ value }) => value === to);
    if (card && isLane && mayLeaveFor(to)) move(card, to);
  });
  return (
    <>
      {refused && (
        <div className={styles.refused}>
          <p>{t('board.refused', { name: refused.name })}</p>
          <ProblemNote error={refused.error} />
        </div>
      )}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard. */}
      <div className={styles.board} role="group" aria-label={t('board.label')} tabIndex={0}>
        {lanes.map((lane) => (
          <LaneColumn
            key={lane.value}
            lane={lane}
            formId={state.form.id}
            asked={{
              ...state.asked,
              filter: JSON.stringify(laneFilter(state.condition, field.id, lane.value)),
            }}
            columns={columns}
            moves={moves}
            targets={movable ? lanes.filter(({ value }) => value !== lane.value && mayLeaveFor(value)) : []}
            onMove={move}
            drag={movable ? drag : null}
            onCards={(found) =>
              setCards((all) => (all[lane.value] === found ? all : { ...all, [lane.value]: found }))
            }
          />
        ))}
      </div>
      {asking && (
        <MoveDialog
          record={asking.record}
          field={field}
          fields={fields}
          stage={asking.stage}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );

  /** Nothing leaves a process once it is in it. */
  function mayLeaveFor(to: string): boolean {
    return to !== '' || !(isMoved(field) || field.required);
  }

  async function carryOut(card: RecordCard, to: string): Promise<void> {
    if (!isMoved(field)) {
      await changeValue(client, card.id, fields, field, to === '' ? emptied(field) : { [field.id]: to });
      return;
    }
    const record = await newest(client, card.id);
    const stage = stagesOf(field).find(({ value }) => value === to);
    try {
      await moveRecord(record, { field: field.id, to, values: {}, note: '' });
    } catch (error) {
      // What the stage asks for is filled in there; until then the card is back where it was.
      if (!(error instanceof ApiProblem) || error.code !== 'stage_refused' || !stage) throw error;
      setAsking({ record, stage });
    }
  }
}

/** A blank where the form has a default says so, or the default would return. */
const emptied = (field: Field): Record<string, unknown> =>
  field.default === undefined || field.default === null ? {} : { [field.id]: null };
