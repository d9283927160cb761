/** What a role may allow, in the order in which people think of it. The words are in the locales: `permissions.*`. */
import type { Permission } from '@/lib/session/me';

export const PERMISSIONS = [
  'forms.build',
  'flows.build',
  'records.read_all',
  'members.manage',
  'roles.manage',
  'company.manage',
  'webhooks.manage',
  'audit.read',
] as const satisfies Permission[];

export type Known = (typeof PERMISSIONS)[number];

/** Keys of words hold no dots. */
export const wordOf = {
  'forms.build': 'formsBuild',
  'flows.build': 'flowsBuild',
  'records.read_all': 'recordsReadAll',
  'members.manage': 'membersManage',
  'roles.manage': 'rolesManage',
  'company.manage': 'companyManage',
  'webhooks.manage': 'webhooksManage',
  'audit.read': 'auditRead',
} as const satisfies Record<Known, string>;

/** The permissions of a role spelled out; `*` is all of them. */
export function spelledOut(permissions: string[]): Known[] {
  return PERMISSIONS.filter((each) => permissions.includes('*') || permissions.includes(each));
}
