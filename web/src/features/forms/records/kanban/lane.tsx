/** One lane of a board: its cards, how many there are, and the way to more. */
import { EllipsisVertical } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Column } from '@/components/data-table';
import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { Popover } from '@/components/popover';
import { Skeleton } from '@/components/skeleton';
import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import { useRecordCount, useRecords, type Asked, type RecordCard } from '../api';

import styles from './board.module.css';
import { cardsOf, type Lane, type Move } from './model';
import type { useDrag } from './use-drag';

interface Props {
  lane: Lane;
  formId: string;
  asked: Asked;
  columns: Column<RecordCard>[];
  moves: Move<RecordCard>[];
  /** Where cards of this lane can be moved. */
  targets: Lane[];
  onMove: (card: RecordCard, to: string) => void;
  /** null: nothing can be dragged. */
  drag: ReturnType<typeof useDrag> | null;
  onCards: (cards: RecordCard[]) => void;
}

export function LaneColumn({ lane, formId, asked, columns, moves, targets, onMove, drag, onCards }: Props) {
  const { t } = useTranslation('forms');
  const formats = useFormats(useMe().company.zone);
  const list = useRecords(formId, asked);
  const count = useRecordCount(formId, asked, list.more !== null);
  const loaded = list.items;
  const names = loaded.map(({ id, version }) => `${id}${version}`).join();
  useEffect(() => {
    onCards(loaded);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- A list is the same as long as its records are.
  }, [names]);
  const cards = cardsOf(lane.value, loaded, moves);
  const total = list.more === null ? { count: loaded.length, exact: true } : count.data;
  if (lane.value === '' && cards.length === 0) return null;
  return (
    <section className={styles.lane} data-lane={lane.value} data-over={drag?.over === lane.value}>
      <h3 className={styles.head}>
        <span className={styles.dot} data-color={lane.color} aria-hidden="true" />
        <span className={styles.name} title={lane.name}>
          {lane.name}
        </span>
        {total && !list.loading && (
          <span className={styles.count}>
            {formats.number(String(total.count))}
            {!total.exact && '+'}
          </span>
        )}
      </h3>
      {list.error && <ErrorState error={list.error} again={list.again} />}
      {list.loading && <Skeleton rows={3} />}
      <ul className={styles.cards} aria-label={lane.name}>
        {cards.map((card) => {
          const name = card.title || card.serial || t('records.untitled');
          return (
            <li
              key={card.id}
              className={styles.card}
              data-dragged={drag?.dragged === card.id}
              data-waiting={moves.some((each) => each.card.id === card.id)}
              onPointerDown={drag?.begin(card.id)}
            >
              <Link to={`/records/${card.id}`} className={styles.title} draggable={false}>
                {name}
              </Link>
              <dl className={styles.values}>
                {columns.map((column) => (
                  <div key={column.key}>
                    <dt>{column.title}</dt>
                    <dd>{column.cell(card)}</dd>
                  </div>
                ))}
              </dl>
              {targets.length > 0 && (
                <div className={styles.menu} data-still>
                  <Popover
                    place="menu"
                    className={styles.dots ?? ''}
                    button={
                      <>
                        <EllipsisVertical size={15} aria-hidden="true" />
                        <span className="visually-hidden">{t('board.moveCard', { name })}</span>
                      </>
                    }
                  >
                    {(close) => (
                      <div className={styles.targets}>
                        <p className={styles.to}>{t('board.moveTo')}</p>
                        {targets.map(({ value, name: target }) => (
                          <button
                            key={value}
                            type="button"
                            onClick={() => {
                              close();
                              onMove(card, value);
                            }}
                          >
                            {target}
                          </button>
                        ))}
                      </div>
                    )}
                  </Popover>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <More list={list} className={styles.more} />
    </section>
  );
}
