import type { Schemas } from '@/lib/api/types';

import { appHandlers } from './apps';
import { directory } from './directory';
import { flowHandlers } from './flows';
import { formDrafts } from './form-drafts';
import { answer, MockProblem, type Handler } from './http';
import { jobHandlers } from './jobs';
import { notifications } from './notifications';
import { quoteHandlers } from './quote';
import { recordHandlers } from './records';
import { webhooks } from './webhooks';

const SESSION = 'banli_mock=1';
const DAY = 24 * 60 * 60 * 1000;

const me: Schemas['DirectoryMe'] = {
  id: '01hx0000000000000000000001',
  name: '陈思雨',
  email: 'chen.siyu@example.cn',
  language: 'zh-CN',
  position: '销售代表',
  department: { id: '01hx0000000000000000000002', name: '华东销售部' },
  roles: [],
  permissions: [
    'company.manage',
    'members.manage',
    'roles.manage',
    'forms.build',
    'flows.build',
    'records.read_all',
    'webhooks.manage',
    'audit.read',
  ],
  administrator: true,
  company: {
    id: '01hx0000000000000000000003',
    name: '华东工业品有限公司',
    language: 'zh-CN',
    zone: 'Asia/Shanghai',
    state: 'trial',
    trial_ends_at: new Date(Date.now() + 12 * DAY).toISOString(),
    trial_days_left: 12,
    read_only: false,
    administrators: [],
  },
  first_steps: [
    { step: 'department_added', done_at: new Date(Date.now() - DAY).toISOString(), ready: true },
    { step: 'role_added', done_at: null, ready: true },
    { step: 'member_invited', done_at: null, ready: true },
    { step: 'head_named', done_at: null, ready: false },
    { step: 'form_published', done_at: null, ready: true },
    { step: 'flow_published', done_at: null, ready: false },
    { step: 'record_submitted', done_at: null, ready: false },
  ],
  version: 1,
};

/** The account belongs to one more company. */
const session: Schemas['IdentitySession'] = {
  tenant_id: me.company.id,
  member_id: me.id,
  session_id: '01hx0000000000000000000005',
  name: me.name,
  company: me.company.name,
  companies: [
    { tenant_id: me.company.id, company: me.company.name },
    { tenant_id: '01hx0000000000000000000004', company: '华南贸易有限公司' },
  ],
};

const entered: Schemas['DirectorySignedIn'] = { member_id: me.id, company: me.company.name, next: '/' };
const start = { 'set-cookie': `${SESSION}; Path=/; SameSite=Strict` };
const end = { 'set-cookie': 'banli_mock=; Path=/; Max-Age=0; SameSite=Strict' };

function checkPassword(password: unknown): void {
  if (String(password).length >= 10) return;
  throw new MockProblem(422, 'password_weak', '请换一个更安全的密码。', [
    { path: '/password', code: 'password_short', message: '密码太短，至少 10 个字符。' },
  ]);
}

function checkLink(token: unknown): void {
  if (token === 'dead')
    throw new MockProblem(409, 'link_used_or_expired', '链接已使用或已过期，请重新获取。');
}

export const handlers: Record<string, Handler> = {
  ...formDrafts,
  ...directory,
  ...flowHandlers,
  ...notifications,
  ...quoteHandlers,
  ...recordHandlers,
  ...webhooks,
  ...appHandlers,
  ...jobHandlers,
  'GET /v1/health': () => answer(200, { status: 'ok' }),
  'GET /v1/me': ({ cookie }) => {
    if (!cookie.includes(SESSION)) throw new MockProblem(401, 'unauthenticated', '请先登录。');
    return answer(200, me);
  },
  'PUT /v1/me': ({ body }) => {
    Object.assign(me, body, { version: me.version + 1 });
    return answer(200, me);
  },
  'GET /v1/company': () =>
    answer(200, { ...me.company, created_at: new Date(Date.now() - 2 * DAY).toISOString(), version: 1 }),
  'GET /v1/operator': () =>
    answer(200, {
      contact: 'help@banli.example',
      terms_url: '/terms',
      privacy_url: '/privacy',
    }),
  'POST /v1/session': ({ body }) => {
    if (body.password === 'wrong')
      throw new MockProblem(401, 'sign_in_refused', '邮箱或密码不正确，或账号未启用。');
    return answer(200, session, start);
  },
  'GET /v1/session': () => answer(200, session),
  'DELETE /v1/session': () => answer(204, undefined, end),
  'POST /v1/session/switch': ({ body }) => answer(200, { ...session, tenant_id: body.tenant_id }),
  'POST /v1/session/refresh': () => {
    throw new MockProblem(401, 'session_ended', '登录已失效，请重新登录。');
  },
  'POST /v1/sign-up': ({ body }) => {
    checkPassword(body.password);
    if (String(body.email).endsWith('@mailinator.com')) {
      throw new MockProblem(422, 'directory_invalid', '请按提示修改。', [
        {
          path: '/email',
          code: 'disposable_address',
          message: '请使用长期有效的工作邮箱：一次性邮箱会丢失审批通知。',
        },
      ]);
    }
    return answer(202, { status: 'mail_sent' });
  },
  'POST /v1/sign-up/verify': ({ body }) => {
    checkLink(body.token);
    return answer(201, entered, start);
  },
  'POST /v1/password/reset-request': () => answer(202),
  'POST /v1/password/reset': ({ body }) => {
    checkLink(body.token);
    checkPassword(body.password);
    return answer(204, undefined, end);
  },
  'POST /v1/invitations/look': ({ body }) => {
    checkLink(body.token);
    const offer: Schemas['DirectoryInvitationPreview'] = {
      company: me.company.name,
      inviter: '周建国',
      name: '林静',
      email: 'lin.jing@example.cn',
      has_account: body.token === 'known',
      expires_at: new Date(Date.now() + 6 * DAY).toISOString(),
    };
    return answer(200, offer);
  },
  'POST /v1/invitations/accept': ({ body }) => {
    checkPassword(body.password);
    return answer(201, entered, start);
  },
};
