/** The records of a month on their days. */
import { Button } from 'antd';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Tool } from '@/components/editing/tool';
import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { useCircumstances } from '@/entities/entry/use-entry';
import type { Field } from '@/entities/field/definition';
import { useLabelLanguage } from '@/entities/field/label';
import { shownAs } from '@/entities/field/registry';
import { dayIn } from '@/lib/format/zone';
import { useMe } from '@/lib/session/me';

import { textOf, useRecords, type RecordCard } from '../api';
import type { ListState } from '../views/use-list-state';

import styles from './calendar.module.css';
import { byDay, daysFilter, monthBeside, weeksOf } from './month';

/** More of a day are behind a button. */
const ON_A_DAY = 3;

export function Calendar({ state, field }: { state: ListState; field: Field }) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const { zone } = useMe().company;
  const { today } = useCircumstances();
  const [month, setMonth] = useState(today.slice(0, 7));
  const [whole, setWhole] = useState('');
  const weeks = weeksOf(month);
  const days = weeks.flat();
  const [from = '', to = ''] = [days[0], days[days.length - 1]];
  const moments = shownAs(field).compare === 'datetime';
  const asked = { field: field.id, zone: moments ? zone : undefined };
  const filter = JSON.stringify(daysFilter(state.condition, asked, from, to));
  const list = useRecords(state.form.id, { ...state.asked, sort: '', filter });
  const cards = byDay(list.items, (card) => {
    const value = textOf(card, field.id);
    return moments && value !== '' ? dayIn(Date.parse(value), zone) : value;
  });
  const text = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(new Date(day));
  return (
    <div className={styles.calendar}>
      <div className={styles.head}>
        <Tool label={t('calendar.before')} onClick={() => setMonth(monthBeside(month, -1))}>
          <ChevronLeft size={16} />
        </Tool>
        <h3 aria-live="polite">{text(`${month}-01`, { year: 'numeric', month: 'long' })}</h3>
        <Tool label={t('calendar.after')} onClick={() => setMonth(monthBeside(month, 1))}>
          <ChevronRight size={16} />
        </Tool>
        <Button size="small" onClick={() => setMonth(today.slice(0, 7))}>
          {t('calendar.today')}
        </Button>
      </div>
      {list.error && <ErrorState error={list.error} again={list.again} />}
      <table className={styles.grid} aria-busy={list.loading || list.stale}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                {text(day, { weekday: 'short' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  data-other={!day.startsWith(month)}
                  data-today={day === today}
                  data-empty={!cards.has(day)}
                >
                  <span className={styles.day}>
                    <span className={styles.number}>{Number(day.slice(8))}</span>
                    <span className={styles.whole}>
                      {text(day, { month: 'short', day: 'numeric', weekday: 'short' })}
                    </span>
                  </span>
                  <Day
                    cards={cards.get(day) ?? []}
                    open={whole === day}
                    onOpen={() => setWhole(whole === day ? '' : day)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <More list={list} className={styles.more} />
    </div>
  );
}

function Day({ cards, open, onOpen }: { cards: RecordCard[]; open: boolean; onOpen: () => void }) {
  const { t } = useTranslation('forms');
  const shown = open ? cards : cards.slice(0, ON_A_DAY);
  return (
    <>
      {shown.map(({ id, title, serial }) => {
        const name = title || serial || t('records.untitled');
        return (
          <Link key={id} to={`/records/${id}`} className={styles.card} title={name}>
            {name}
          </Link>
        );
      })}
      {cards.length > ON_A_DAY && (
        <button type="button" className={styles.all} aria-expanded={open} onClick={onOpen}>
          {open ? t('calendar.less') : t('calendar.more', { count: cards.length - ON_A_DAY })}
        </button>
      )}
    </>
  );
}
