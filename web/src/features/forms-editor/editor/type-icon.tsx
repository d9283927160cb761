import {
  AlignLeft,
  Calendar,
  CalendarClock,
  CircleDot,
  Coins,
  Hash,
  ListChecks,
  ListOrdered,
  Network,
  Paperclip,
  Percent,
  Sigma,
  Table2,
  Type,
  UserRound,
  type LucideIcon,
} from 'lucide-react';

import type { FieldType } from '@/entities/field/definition';

const ICONS: Record<FieldType, LucideIcon> = {
  text: Type,
  long_text: AlignLeft,
  number: Hash,
  money: Coins,
  percent: Percent,
  date: Calendar,
  datetime: CalendarClock,
  choice: CircleDot,
  choices: ListChecks,
  member: UserRound,
  department: Network,
  attachment: Paperclip,
  lines: Table2,
  serial: ListOrdered,
  formula: Sigma,
};

export function TypeIcon({ type, size = 15 }: { type: FieldType; size?: number }) {
  const Icon = ICONS[type];
  return <Icon size={size} strokeWidth={1.8} aria-hidden="true" />;
}
