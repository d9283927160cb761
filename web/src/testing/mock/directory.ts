/** A small company to look at: people, departments, roles. Changes last as long as the server. */
import type { Schemas } from '@/lib/api/types';

import { answer, MockProblem, type Handler } from './http';

type Member = Schemas['DirectoryMember'];

const id = (text: string) => text.padStart(26, '0');
const ROOT = id('d0');
const PLAIN = id('r2');

const departments = [
  { id: ROOT, name: '华东工业品有限公司', parent_id: '', head_id: id('m0'), head: '沈国华', members: 1 },
  { id: id('d1'), name: '财务部', parent_id: ROOT, head_id: id('m1'), head: '李娜', members: 1 },
  { id: id('d2'), name: '产品部', parent_id: ROOT, head_id: '', head: '', members: 0 },
  { id: id('d3'), name: '销售部', parent_id: ROOT, head_id: id('m2'), head: '王建军', members: 2 },
  { id: id('d4'), name: '华东大区', parent_id: id('d3'), head_id: id('m2'), head: '王建军', members: 3 },
].map((department) => ({ ...department, version: 1 }));

const positions = ['总经理', '财务总监', '大区经理', '销售代表'].map((name, at) => ({
  id: id(`p${at}`),
  name,
  version: 1,
}));

const roles: Schemas['DirectoryRole'][] = [
  {
    id: id('r0'),
    key: 'administrator',
    name: '管理员',
    permissions: ['*'],
    builtin: true,
    members: 1,
    version: 1,
  },
  {
    id: id('r1'),
    key: 'builder',
    name: '应用搭建者',
    permissions: ['forms.build', 'flows.build', 'records.read_all'],
    builtin: true,
    members: 0,
    version: 1,
  },
  { id: PLAIN, key: 'member', name: '普通成员', permissions: [], builtin: true, members: 6, version: 1 },
  {
    id: id('r3'),
    key: 'role',
    name: '财务负责人',
    permissions: ['audit.read'],
    builtin: false,
    members: 1,
    version: 1,
  },
  {
    id: id('r4'),
    key: 'role_2',
    name: '合同审批人',
    permissions: [],
    builtin: false,
    members: 0,
    version: 1,
  },
];

/** The form and the flow of the mock name the last role. */
const USES = [
  { kind: 'form', id: id('f1'), message: '表单“报价单”的“可查看全部单据的角色”。' },
  { kind: 'flow', id: id('w1'), message: '流程“报价审批”的节点“合同审批”的审批人。' },
];

const PEOPLE: [string, string, number, number, boolean][] = [
  ['沈国华 Grant Shen', 'grant', 0, 0, true],
  ['李娜 Lina Li', 'lina', 1, 1, true],
  ['王建军 James Wang', 'james', 3, 2, true],
  ['陈晓琳 Lynn Chen', 'lynn', 4, 3, true],
  ['张伟 Wayne Zhang', 'wayne', 4, 3, true],
  ['Maximiliana Featherstonehaugh-Cholmondeley of Woolfardisworthy', 'max', 4, 3, true],
  ['周婷 Tina Zhou', 'tina', 3, 3, false],
];

const members: Member[] = PEOPLE.map(([name, email, department, position, active], at) => ({
  id: id(`m${at}`),
  name,
  email: `${email}@example.cn`,
  language: 'zh-CN',
  active,
  department_id: departments[department]?.id ?? ROOT,
  department: departments[department]?.name ?? '',
  position_id: positions[position]?.id ?? '',
  position: positions[position]?.name ?? '',
  manager_id: at === 0 ? '' : id('m0'),
  manager: at === 0 ? '' : '沈国华 Grant Shen',
  role_ids: at === 0 ? [id('r0'), PLAIN] : [PLAIN],
  successor_id: active ? '' : id('m3'),
  joined_at: '2026-03-02T01:00:00.000Z',
  left_at: active ? '' : '2026-06-01T01:00:00.000Z',
  version: 1,
}));

const invitations: Schemas['DirectoryInvitation'][] = [
  {
    id: id('n1'),
    email: 'zhao.peng@example.cn',
    name: '赵鹏',
    department_id: id('d2'),
    position_id: '',
    manager_id: '',
    role_ids: [PLAIN],
    language: 'zh-CN',
    invited_by: id('m0'),
    created_at: new Date().toISOString(),
    expires_at: new Date(Date.now() + 6 * 86_400_000).toISOString(),
    open: true,
    version: 1,
  },
];

function memberOf(memberId = ''): Member {
  const found = members.find((member) => member.id === memberId);
  if (!found) throw new MockProblem(404, 'not_found', '没有找到，或者您无权查看。');
  return found;
}

const list = (items: object[]) => answer(200, { items, next_cursor: null });

export const directory: Record<string, Handler> = {
  'GET /v1/members': ({ query }) => {
    const state = query.get('state');
    const search = (query.get('search') ?? '').toLowerCase();
    const department = query.get('department_id');
    return list(
      members.filter(
        (member) =>
          (state === null || member.active === (state === 'active')) &&
          (department === null || member.department_id === department) &&
          (member.name.toLowerCase().startsWith(search) || member.email.startsWith(search)),
      ),
    );
  },
  'GET /v1/members/{id}': ({ params }) => answer(200, memberOf(params.id)),
  'PUT /v1/members/{id}': ({ params, body }) => {
    const member = memberOf(params.id);
    return answer(200, Object.assign(member, body, { version: member.version + 1 }));
  },
  'POST /v1/members/{id}/deactivate': ({ params, body }) => {
    const member = memberOf(params.id);
    if (!body.successor_id) {
      throw new MockProblem(409, 'successor_needed', '该成员还有 3 个待办，请指定交接人。');
    }
    return answer(200, Object.assign(member, { active: false, version: member.version + 1 }));
  },
  'POST /v1/members/{id}/reactivate': ({ params }) => {
    const member = memberOf(params.id);
    return answer(200, Object.assign(member, { active: true, left_at: '', version: member.version + 1 }));
  },
  'GET /v1/invitations': () => list(invitations),
  'POST /v1/invitations': ({ body }) => {
    if (members.some(({ email }) => email === body.email)) {
      throw new MockProblem(409, 'member_exists', '这个邮箱已是本公司成员。如已停用，请在成员列表中恢复。');
    }
    const sent = { ...invitations[0], ...body, id: id(`n${invitations.length + 1}`) };
    invitations.push(sent as Schemas['DirectoryInvitation']);
    return answer(201, sent);
  },
  'POST /v1/invitations/{id}/resend': () => answer(200, invitations[0]),
  'DELETE /v1/invitations/{id}': ({ params }) => {
    invitations.splice(
      invitations.findIndex((invitation) => invitation.id === params.id),
      1,
    );
    return answer(204);
  },
  'GET /v1/departments': () => list(departments),
  'GET /v1/positions': () => list(positions),
  'GET /v1/roles': () => list(roles),
  'DELETE /v1/roles/{id}': () => {
    const faults = USES.map(({ message }) => ({ path: '', code: 'used', message }));
    throw new MockProblem(409, 'in_use', '“合同审批人”还在以下位置使用，请先在那里更换：', faults, {
      uses: USES,
    });
  },
};
