/** A time of day as people write it: 9:30, 下午3点05分, 3:05 PM, 9时. */
const TIME =
  /^(上午|早上|下午|晚上|中午|凌晨|am|pm)?\s*(\d{1,2})(?:[:点时](?:(\d{1,2})分?(?::00)?|半)?|(?=\s*[ap]m$))\s*(am|pm)?$/;
const LATER = ['下午', '晚上', 'pm'];

/** As it is stored, `09:30`; null for what is none. */
export function readTime(raw: string): string | null {
  const text = raw
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/([ap])\.?m\.?$/, '$1m');
  const match = TIME.exec(text);
  if (!match) return null;
  const [, before = '', hours = '', minutes, after = ''] = match;
  const minute = text.includes('半') ? 30 : Number(minutes ?? 0);
  const half = before || after;
  let hour = Number(hours);
  if (hour > 23 || minute > 59) return null;
  if (hour < 12 && (LATER.includes(half) || (half === '中午' && hour < 11))) hour += 12;
  if (hour === 12 && ['凌晨', '上午', 'am'].includes(half) && half !== '上午') hour = 0;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
