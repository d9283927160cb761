/**
 * Days as they stand in an announcement: 2027-10-01, 2027/10/1, 10月1日, and from one to another (10月1日至7日), apart by
 * commas or lines.
 */
export interface ReadDays {
  /** 2027-10-01, each once, in order. */
  days: string[];
  /** What is no day of the year. */
  unread: string[];
}

const DATE = /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const DAY_ONLY = /^(\d{1,2})\s*日?$/;
const APART = /[\n,，、;；]+/;
/** A hyphen only with space around it: within a date it means something else. */
const UNTIL = /\s*(?:至|到|~|～|—|–)\s*|\s+-\s+/;
const LONGEST = 60;

export function readDays(text: string, year: number): ReadDays {
  const days = new Set<string>();
  const unread: string[] = [];
  for (const piece of text.split(APART)) {
    const part = piece.replace(/[（(].*?[)）]/g, '').trim();
    if (part === '') continue;
    const found = rangeOf(part, year);
    if (found.length === 0) unread.push(piece.trim());
    for (const day of found) days.add(day);
  }
  return { days: [...days].sort(), unread };
}

function rangeOf(part: string, year: number): string[] {
  const [from = '', to] = part.split(UNTIL);
  const first = dayOf(from, year);
  if (first === undefined) return [];
  if (to === undefined) return [first];
  const only = DAY_ONLY.exec(to.trim());
  const last = only ? dayOf(`${first.slice(5, 7)}-${only[1] ?? ''}`, year) : dayOf(to, year);
  return last === undefined || last < first ? [] : between(first, last);
}

function dayOf(text: string, year: number): string | undefined {
  const [, given, month = '', day = ''] = DATE.exec(text.trim()) ?? [];
  if (month === '' || (given !== undefined && Number(given) !== year)) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && isoDay(moment) === written ? written : undefined;
}

function between(first: string, last: string): string[] {
  const days: string[] = [];
  const moment = new Date(`${first}T00:00:00Z`);
  while (isoDay(moment) <= last && days.length < LONGEST) {
    days.push(isoDay(moment));
    moment.setUTCDate(moment.getUTCDate() + 1);
  }
  return days;
}

const isoDay = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Neighbouring days as one line each: 2027-10-01 – 2027-10-07. */
export function daysText(days: string[]): string {
  const runs: [string, string][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && between(run[1], day).length === 2) run[1] = day;
    else runs.push([day, day]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first} ~ ${last}`)).join('\n');
}

export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

export function dayAfter(day: string): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + 1);
  return isoDay(moment);
}
