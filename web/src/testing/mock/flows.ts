/** Runs and lists of the mock: one quote waits for the person who is signed in, others show the other states. */
import type { Schemas } from '@/lib/api/types';

import { answer, MockProblem, type Handler } from './http';
import { CHANGES, EARLIER, earlierRound } from './rounds';

const HOUR = 60 * 60 * 1000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const id = (number: number) => `01hx${String(number).padStart(22, '0')}`;

const ME = { id: id(1), name: '陈思雨' };
const ZHOU = { id: id(11), name: '周建国' };
const LIN = { id: id(12), name: '林静' };
const WU = { id: id(13), name: '吴敏' };
const FORM = { form_id: id(50), form_name: '报价单' };

const summary: Schemas['FlowsTodo']['summary'] = [
  { id: 'total', name: '合计', type: 'money', value: '128500.00', currency: 'CNY' },
  { id: 'discount', name: '折扣率', type: 'percent', value: '0.182' },
  { id: 'customer_type', name: '客户类型', type: 'choice', value: 'A 类（战略客户）' },
];
const titles = [
  'BJ-202611-0007 苏州恒远机械',
  'BJ-202611-0006 宁波海川阀门有限公司（含安装与三年维护）',
  'BJ-202611-0004 常州力拓',
];
const card = (number: number) => ({
  ...FORM,
  run_id: id(100 + number),
  record_id: id(100 + number),
  title: titles[number % titles.length] ?? '',
  serial: `BJ-202611-000${number}`,
  initiator: number === 2 ? LIN : ZHOU,
  summary,
  created_at: ago(number + 1),
});

let todos: Schemas['FlowsTodo'][] = [0, 1, 2].map((number) => ({
  ...card(number),
  task_id: 't1',
  node_id: 'manager',
  node_name: '大区经理审批',
  opened_at: ago(3 * number + 0.4),
  why: { rule: 'manager' },
  due_at: null,
}));
let done: Schemas['FlowsDone'][] = [];
const started: Schemas['FlowsStarted'][] = (['running', 'approved', 'rejected', 'withdrawn'] as const).map(
  (status, number) => ({
    ...card(number + 3),
    initiator: ME,
    status,
    node_name: status === 'running' ? '产品经理审批' : '',
    started_at: ago(20 * number + 2),
    ended_at: status === 'running' ? null : ago(number),
  }),
);
let copied: Schemas['FlowsCopied'][] = [8, 9].map((number) => ({
  ...card(number),
  at: ago(number),
  read_at: number === 9 ? ago(2) : null,
}));

const why = { rule: 'manager', level: 1 };
const step = (node: string, name: string, type: string) => ({
  node,
  name,
  type,
  mode: '' as const,
  detail: '',
});

function run(runId: string): Schemas['FlowsRun'] {
  if (runId === EARLIER) return earlierRound(run(id(100)));
  const open = todos.some((todo) => todo.run_id === runId);
  const again = runId === id(100);
  const own = started.find((each) => each.run_id === runId);
  const found = [...todos, ...done, ...started, ...copied].find((each) => each.run_id === runId);
  if (!found) throw new MockProblem(404, 'run_not_found', '找不到该审批。');
  const status = own?.status ?? (open ? 'running' : 'approved');
  const waits = status === 'running';
  const task = {
    id: 't1',
    member: own ? WU : ME,
    why,
    status: waits ? ('open' as const) : ('approved' as const),
    opened_at: ago(2),
    ended_at: waits ? null : ago(0.1),
  };
  return {
    ...FORM,
    id: runId,
    flow_id: id(60),
    flow_version: 1,
    flow_name: '报价审批',
    record_id: runId,
    title: found.title,
    serial: found.serial,
    summary,
    status,
    round: again ? 2 : 1,
    previous: again
      ? {
          run_id: EARLIER,
          status: 'rejected',
          decided_by: LIN,
          opinion: '付款比例改为 20%，并请补上运费。',
          ended_at: ago(30),
        }
      : null,
    changed: again ? ['valid_until', 'lines/0/unit_price'] : [],
    initiator: found.initiator,
    node: waits ? { id: 'joint', name: '大区经理与产品经理会签' } : null,
    started_at: found.created_at,
    ended_at: waits ? null : ago(0.1),
    path: [
      { ...step('by_discount', '折扣与金额', 'branch'), outcome: 'branched', detail: '折扣超过 25%' },
      {
        ...step('joint', '大区经理与产品经理会签', 'approve'),
        mode: 'all',
        outcome: waits ? 'waiting' : 'passed',
        tasks: [
          task,
          {
            ...task,
            id: 't2',
            member: LIN,
            why: { rule: 'choice', field: 'product_line', option: 'valves' } as { rule: string },
            status: 'approved',
            ended_at: ago(1),
          },
        ],
      },
    ].map((each) => ({ tasks: [], ...each })) as Schemas['FlowsRun']['path'],
    ahead: waits
      ? [
          {
            ...step('cfo', '财务负责人审批', 'approve'),
            outcome: 'waiting',
            mode: 'any',
            reason: '',
            people: [{ ...WU, why: { rule: 'role' } }],
          },
          {
            ...step('copy', '抄送商务助理', 'cc'),
            outcome: 'copied',
            reason: '',
            people: [{ ...ZHOU, why }],
          },
        ]
      : [],
    copies: [
      { member: WU, node: '', at: ago(1), read_at: ago(0.5) },
      { member: ZHOU, node: '', at: ago(1), read_at: null },
    ],
    may: { decide: open ? ['t1'] : [], withdraw: own?.status === 'running', copy: true },
    version: 3,
  };
}

function trail(runId: string): Schemas['FlowsTrailEntry'][] {
  const shown = run(runId);
  const by = { by: LIN.id, by_name: LIN.name };
  const entries: Omit<Schemas['FlowsTrailEntry'], 'seq'>[] = [
    { at: shown.started_at, act: 'submitted', by: shown.initiator.id, by_name: shown.initiator.name },
    {
      at: shown.started_at,
      act: 'branch_taken',
      node: 'by_discount',
      branch: '折扣超过 25%，或 C 类客户超过 50 万元',
    },
    {
      at: shown.started_at,
      act: 'assigned',
      node: 'joint',
      node_name: '大区经理与产品经理会签',
      mode: 'all',
      people: [
        { ...ME, why },
        { ...LIN, why },
      ],
    },
    { at: ago(1.5), act: 'commented', ...by, opinion: '账期能不能从 90 天改成 60 天？' },
    {
      at: ago(1),
      act: 'approved',
      ...by,
      node: 'joint',
      node_name: '大区经理与产品经理会签',
      opinion: '同意。老客户，量大，毛利仍在线上。',
    },
  ];
  if (shown.status !== 'running') entries.push({ at: ago(0.1), act: 'finished', outcome: shown.status });
  return entries.map((entry, index) => ({ seq: index + 1, ...entry }));
}

const page = (items: { form_id: string }[], form: string | null) =>
  answer(200, { items: items.filter(({ form_id }) => !form || form_id === form), next_cursor: null });

export const flowHandlers: Record<string, Handler> = {
  'GET /v1/todos/count': () => answer(200, { count: todos.length, more: false }),
  'GET /v1/todos': ({ query }) => page(todos, query.get('form_id')),
  'GET /v1/done': ({ query }) => page(done, query.get('form_id')),
  'GET /v1/started': ({ query }) => page(started, query.get('form_id')),
  'GET /v1/cc': ({ query }) => page(copied, query.get('form_id')),
  'POST /v1/cc/{run_id}/read': ({ params }) => {
    copied = copied.map((each) => (each.run_id === params.run_id ? { ...each, read_at: ago(0) } : each));
    return answer(200, run(params.run_id ?? ''));
  },
  'GET /v1/runs/{run_id}': ({ params }) => answer(200, run(params.run_id ?? '')),
  'GET /v1/records/{record_id}/runs': ({ params }) => {
    const found = [run(params.record_id ?? '')];
    return answer(200, {
      items: params.record_id === id(100) ? [...found, run(EARLIER)] : found,
      next_cursor: null,
    });
  },
  'GET /v1/runs/{run_id}/changes': ({ params }) =>
    answer(200, { items: params.run_id === id(100) ? CHANGES : [] }),
  'GET /v1/runs/{run_id}/trail': ({ params }) =>
    answer(200, { items: trail(params.run_id ?? ''), next_cursor: null }),
  'POST /v1/runs/{run_id}/tasks/{task}/decide': ({ params, body }) => {
    const todo = todos.find(({ run_id }) => run_id === params.run_id);
    if (body.opinion === 'late' || !todo)
      throw new MockProblem(409, 'task_already_decided', '该待办已经处理过了。');
    todos = todos.filter((each) => each !== todo);
    const decision = body.decision === 'approve' ? ('approved' as const) : ('rejected' as const);
    done = [{ ...card(0), ...todo, decision, decided_at: ago(0) }, ...done];
    return answer(200, run(todo.run_id));
  },
  'POST /v1/runs/{run_id}/withdraw': ({ params }) => answer(200, run(params.run_id ?? '')),
  'POST /v1/runs/{run_id}/comments': ({ params }) => answer(201, run(params.run_id ?? '')),
  'POST /v1/runs/{run_id}/cc': ({ params }) => answer(201, run(params.run_id ?? '')),
};
