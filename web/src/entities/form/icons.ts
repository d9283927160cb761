/** The pictures that a form may have, by the names of the API. */
import {
  BadgeCheck,
  Banknote,
  Briefcase,
  Building,
  CalendarDays,
  Car,
  ClipboardList,
  Clock,
  FileText,
  GraduationCap,
  Handshake,
  KeyRound,
  Monitor,
  Package,
  Plane,
  Receipt,
  ShoppingCart,
  Stamp,
  Truck,
  UserPlus,
  Users,
  Wallet,
  Warehouse,
  Wrench,
  type LucideIcon,
} from 'lucide-react';

import type { Schemas } from '@/lib/api/types';

export type FormIconName = NonNullable<Schemas['FormsFormDefinition']['icon']>;

export const FORM_ICONS: Record<FormIconName, LucideIcon> = {
  'file-text': FileText,
  'clipboard-list': ClipboardList,
  receipt: Receipt,
  wallet: Wallet,
  banknote: Banknote,
  'shopping-cart': ShoppingCart,
  package: Package,
  truck: Truck,
  warehouse: Warehouse,
  handshake: Handshake,
  stamp: Stamp,
  'badge-check': BadgeCheck,
  plane: Plane,
  car: Car,
  'calendar-days': CalendarDays,
  clock: Clock,
  users: Users,
  'user-plus': UserPlus,
  'graduation-cap': GraduationCap,
  briefcase: Briefcase,
  building: Building,
  wrench: Wrench,
  monitor: Monitor,
  'key-round': KeyRound,
};

export const FORM_ICON_NAMES = Object.keys(FORM_ICONS) as FormIconName[];
