/**
 * What stands in the navigation, in order. A page that is not finished is not here. On phones the entries marked `tab`
 * are the tab bar, the others stand behind its last tab.
 */
import {
  Building2,
  CircleCheckBig,
  FilePlus2,
  Files,
  House,
  Inbox,
  KeyRound,
  LayoutGrid,
  ListChecks,
  MailOpen,
  Network,
  PencilRuler,
  ScrollText,
  Send,
  UsersRound,
  Waypoints,
  Webhook,
  type LucideIcon,
} from 'lucide-react';

import type { Permission } from '@/lib/session/me';

export interface Entry {
  to: string;
  label:
    | 'home'
    | 'new'
    | 'records'
    | 'manageApps'
    | 'manageForms'
    | 'manageFlows'
    | 'members'
    | 'departments'
    | 'roles'
    | 'webhooks'
    | 'audit'
    | 'jobs'
    | 'company'
    | 'todos'
    | 'done'
    | 'started'
    | 'cc';
  icon: LucideIcon;
  tab?: boolean;
  /** Shown to those who hold it; without one to everybody. */
  needs?: Permission;
}

export interface Group {
  /** A heading in the side navigation; the first group has none. */
  label?: 'manage';
  entries: Entry[];
}

export const NAVIGATION: Group[] = [
  {
    entries: [
      { to: '/', label: 'home', icon: House, tab: true },
      { to: '/todos', label: 'todos', icon: Inbox, tab: true },
      { to: '/new', label: 'new', icon: FilePlus2, tab: true },
      { to: '/started', label: 'started', icon: Send, tab: true },
      { to: '/cc', label: 'cc', icon: MailOpen },
      { to: '/done', label: 'done', icon: CircleCheckBig },
      { to: '/records', label: 'records', icon: Files },
    ],
  },
  {
    label: 'manage',
    entries: [
      { to: '/manage/apps', label: 'manageApps', icon: LayoutGrid, needs: 'forms.build' },
      { to: '/manage/forms', label: 'manageForms', icon: PencilRuler, needs: 'forms.build' },
      { to: '/manage/flows', label: 'manageFlows', icon: Waypoints, needs: 'flows.build' },
      { to: '/members', label: 'members', icon: UsersRound, needs: 'members.manage' },
      { to: '/departments', label: 'departments', icon: Network, needs: 'members.manage' },
      { to: '/roles', label: 'roles', icon: KeyRound, needs: 'roles.manage' },
      { to: '/webhooks', label: 'webhooks', icon: Webhook, needs: 'webhooks.manage' },
      { to: '/company', label: 'company', icon: Building2, needs: 'company.manage' },
      { to: '/audit', label: 'audit', icon: ScrollText, needs: 'audit.read' },
      { to: '/jobs', label: 'jobs', icon: ListChecks, needs: 'forms.build' },
    ],
  },
];
