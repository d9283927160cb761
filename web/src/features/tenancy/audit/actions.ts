/** What the audit log tells of, in the order of its filter. The words stand in the locales under `actions`. */
export const ACTIONS = {
  session: ['started', 'ended', 'refused', 'revoked', 'reuse_detected'],
  password: ['changed', 'reset'],
  member: ['joined', 'changed', 'deactivated', 'reactivated'],
  invitation: ['sent', 'sent_again', 'revoked'],
  department: ['created', 'changed', 'removed'],
  position: ['created', 'changed', 'removed'],
  role: ['created', 'changed', 'removed'],
  company: ['opened', 'changed', 'trial_expired'],
  calendar: ['changed'],
  delegation: ['created', 'removed'],
  app: ['created', 'changed', 'removed', 'ordered'],
  form: ['created', 'published', 'archived', 'reopened', 'moved', 'exported'],
  record: ['revealed'],
  flow: ['created', 'published', 'disabled'],
  webhook: ['created', 'changed', 'removed', 'secret_rotated', 'delivery_resent', 'switched_off'],
} as const;

export type Kind = keyof typeof ACTIONS;
/** `member.changed` */
export type Action = { [K in Kind]: `${K}.${(typeof ACTIONS)[K][number]}` }[Kind];

export const KINDS = Object.keys(ACTIONS) as Kind[];

export function actionsOf(kind: Kind): Action[] {
  return ACTIONS[kind].map((verb) => `${kind}.${verb}` as Action);
}

/** False for what a newer server writes than this page knows. */
export function isAction(text: string): text is Action {
  return KINDS.some((kind) => actionsOf(kind).includes(text as Action));
}
