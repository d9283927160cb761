/** The first steps of a company: where each is done, and who may do it. */
import type { Me, Permission } from '@/lib/session/me';

export const STEPS = {
  department_added: { to: '/departments', needs: 'members.manage' },
  role_added: { to: '/roles', needs: 'roles.manage' },
  member_invited: { to: '/members?invite=open', needs: 'members.manage' },
  head_named: { to: '/departments', needs: 'members.manage' },
  form_published: { to: '/manage/forms', needs: 'forms.build' },
  flow_published: { to: '/manage/flows', needs: 'flows.build' },
  record_submitted: { to: '/new', needs: null },
} as const satisfies Record<string, { to: string; needs: Permission | null }>;

export type StepName = keyof typeof STEPS;

export interface Step {
  step: StepName;
  to: string;
  done_at: string | null;
  /** What it builds on is there. */
  ready: boolean;
}

/**
 * The steps that this person may do, none if nothing is left for him. Who may only submit is no founder: a list of one
 * step would tell him nothing.
 */
export function ownSteps({ first_steps: told, permissions, company }: Me): Step[] {
  if (company.read_only) return [];
  const own = told.flatMap(({ step, done_at, ready }) => {
    const known = isStep(step) ? STEPS[step] : null;
    if (!known || (known.needs !== null && !permissions.includes(known.needs))) return [];
    return [{ step: step as StepName, to: known.to, done_at, ready }];
  });
  const founder = own.some(({ step }) => STEPS[step].needs !== null);
  return founder && own.some(({ done_at }) => done_at === null) ? own : [];
}

function isStep(name: string): name is StepName {
  return name in STEPS;
}
