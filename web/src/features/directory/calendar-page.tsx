/** Which days of a year are free or worked, other than by their weekday; and how sure that is. */
import { Button, Form, Input } from 'antd';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { EditForm } from '@/components/edit-form';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { StatusTag } from '@/components/status-tag';
import { dayIn } from '@/lib/format/zone';
import { useCan, useMe } from '@/lib/session/me';

import { useCalendarYear, useChangeCalendarYear, type CalendarYear } from './calendar-api';
import { daysText, isWeekend, readDays } from './calendar-days';
import styles from './calendar.module.css';

const FIRST = 2000;
const LAST = 2100;

export function Page() {
  const { t } = useTranslation('directory');
  const { zone } = useMe().company;
  const [year, setYear] = useState(() => Number(dayIn(Date.now(), zone).slice(0, 4)));
  const { data, error, refetch } = useCalendarYear(year);
  return (
    <Frame
      title={t('calendar.title')}
      hint={t('calendar.hint')}
      width="narrow"
      actions={
        <span className={styles.years}>
          <Button
            icon={<ChevronLeft size={16} aria-hidden="true" />}
            aria-label={t('calendar.before')}
            disabled={year === FIRST}
            onClick={() => setYear(year - 1)}
          />
          <strong className="figures">{year}</strong>
          <Button
            icon={<ChevronRight size={16} aria-hidden="true" />}
            aria-label={t('calendar.after')}
            disabled={year === LAST}
            onClick={() => setYear(year + 1)}
          />
        </span>
      }
    >
      {data ? (
        <Year key={year} saved={data} />
      ) : (
        <Card>
          {error ? <ErrorState error={error} again={() => void refetch()} /> : <Skeleton rows={6} />}
        </Card>
      )}
    </Frame>
  );
}

interface Values {
  holidays: string;
  workdays: string;
}

function Year({ saved }: { saved: CalendarYear }) {
  const { t } = useTranslation('directory');
  const me = useMe();
  const manages = useCan()('company.manage') && !me.company.read_only;
  const save = useChangeCalendarYear(saved.year);
  const known = saved.state === 'announced';
  return (
    <Card
      title={t('calendar.year', { year: saved.year })}
      extra={
        <StatusTag tone={known ? 'success' : 'warning'}>{t(`calendar.states.${saved.state}`)}</StatusTag>
      }
    >
      <p className={styles.state}>{t(`calendar.${known ? 'announcedText' : 'assumedText'}`)}</p>
      <EditForm<Values>
        saved={{ holidays: daysText(saved.holidays), workdays: daysText(saved.workdays) }}
        version={saved.version}
        disabled={!manages}
        onSubmit={({ holidays, workdays }, version) =>
          save.mutateAsync({
            version,
            body: {
              holidays: readDays(holidays, saved.year).days,
              workdays: readDays(workdays, saved.year).days,
            },
          })
        }
      >
        <Days name="holidays" year={saved.year} />
        <Days name="workdays" year={saved.year} />
      </EditForm>
    </Card>
  );
}

function Days({ name, year }: { name: keyof Values; year: number }) {
  const { t } = useTranslation('directory');
  const text = Form.useWatch<string | undefined>(name) ?? '';
  const check = (_: unknown, typed = '') => {
    const { days, unread } = readDays(typed, year);
    if (unread[0] !== undefined) return Promise.reject(new Error(t('calendar.unread', { text: unread[0] })));
    const worked = name === 'workdays' ? days.find((day) => !isWeekend(day)) : undefined;
    return worked === undefined
      ? Promise.resolve()
      : Promise.reject(new Error(t('calendar.noWeekend', { day: worked })));
  };
  return (
    <Form.Item
      name={name}
      label={t(`calendar.${name}`, { count: readDays(text, year).days.length })}
      extra={t(`calendar.${name}Hint`, { year })}
      rules={[{ validator: check }]}
    >
      <Input.TextArea className="grows" rows={4} />
    </Form.Item>
  );
}
