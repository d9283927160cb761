/** In which language and zone a pasted text is read. */
import { useMemo, useState } from 'react';

import type { Language } from '@/config/languages';
import { dayIn } from '@/lib/format/zone';
import { useMe } from '@/lib/session/me';

import { useLabelLanguage } from '../label';

import type { ReadContext } from './read-context';
import type { DayOrder } from './read-day';
import { NO_PEOPLE } from './read-people';

export function useReadContext(): ReadContext {
  const language = useLabelLanguage();
  const { zone } = useMe().company;
  const [today] = useState(() => dayIn(Date.now(), zone));
  return useMemo(
    () => ({
      zone,
      today,
      order: dayOrder(language, navigator.language),
      sure: false,
      people: NO_PEOPLE,
    }),
    [language, zone, today],
  );
}

/** 3/5/2026: in Chinese spreadsheets the month comes first; in English ones as the device's region has it. */
export function dayOrder(language: Language, device: string): DayOrder {
  if (language !== 'en' || !device.startsWith('en-')) return 'mdy';
  const parts = new Intl.DateTimeFormat(device).formatToParts();
  const place = (wanted: string) => parts.findIndex(({ type }) => type === wanted);
  return place('day') < place('month') ? 'dmy' : 'mdy';
}
