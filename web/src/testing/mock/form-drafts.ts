/** Forms that somebody builds: one of every state, and drafts that can be saved. */
import type { Definition } from '@/entities/form/definition';

import { answer, MockProblem, type Handler } from './http';

const id = (number: number) => `01hxform0000000000000000${String(number).padStart(2, '0')}`;
const member = '01hx0000000000000000000001';
const moment = new Date(Date.now() - 3_600_000).toISOString();

const quote: Definition = {
  name: { 'zh-CN': '报价单', en: 'Quote' },
  description: { 'zh-CN': '对外报价前的内部审批。', en: 'Approved before a price leaves the house.' },
  title: '{number} {customer}',
  fields: [
    {
      id: 'number',
      type: 'serial',
      name: { 'zh-CN': '单号', en: 'Number' },
      options: { template: 'BJ-{yyyy}{mm}-{0000}' },
    },
    {
      id: 'customer',
      type: 'text',
      name: { 'zh-CN': '客户名称', en: 'Customer' },
      required: true,
      indexed: true,
    },
    {
      id: 'customer_type',
      type: 'choice',
      name: { 'zh-CN': '客户类型', en: 'Customer type' },
      required: true,
      options: {
        choices: [
          { value: 'A', name: { 'zh-CN': 'A 类（战略客户）', en: 'A (strategic)' } },
          { value: 'B', name: { 'zh-CN': 'B 类（普通客户）', en: 'B (regular)' } },
          { value: 'C', name: { 'zh-CN': 'C 类（新客户或有逾期）', en: 'C (new or overdue)' } },
        ],
      },
    },
    {
      id: 'lines',
      type: 'lines',
      name: { 'zh-CN': '产品明细', en: 'Lines' },
      required: true,
      options: {
        columns: [
          { id: 'product', type: 'text', name: { 'zh-CN': '产品', en: 'Product' }, required: true },
          {
            id: 'quantity',
            type: 'number',
            name: { 'zh-CN': '数量', en: 'Quantity' },
            options: { min: '0.01' },
          },
          {
            id: 'unit_price',
            type: 'money',
            name: { 'zh-CN': '单价', en: 'Unit price' },
            options: { currency: 'CNY' },
          },
          {
            id: 'amount',
            type: 'formula',
            name: { 'zh-CN': '金额', en: 'Amount' },
            options: { expression: 'quantity * unit_price', result: 'money', currency: 'CNY' },
          },
        ],
      },
    },
    {
      id: 'total',
      type: 'formula',
      name: { 'zh-CN': '合计', en: 'Total' },
      indexed: true,
      options: { expression: 'SUM(lines.amount)', result: 'money', currency: 'CNY' },
    },
    { id: 'valid_until', type: 'date', name: { 'zh-CN': '有效期至', en: 'Valid until' }, required: true },
    { id: 'remark', type: 'long_text', name: { 'zh-CN': '备注', en: 'Remark' } },
  ],
};

const head = {
  description: '',
  archived: false,
  flow_id: '',
  app_id: '',
  key: 'form',
  approval: '',
  created_by: member,
  created_at: moment,
  updated_at: moment,
  can_submit: true,
};
const entries = [
  {
    ...head,
    id: id(1),
    name: quote.name,
    description: quote.description ?? '',
    published_version: 3,
    flow_id: id(9),
  },
  { ...head, id: id(2), name: '采购申请', published_version: 0 },
  { ...head, id: id(3), name: '用印申请（旧）', published_version: 1, archived: true },
];
const drafts = new Map(
  entries.map((entry) => [
    entry.id,
    { definition: entry.id === id(1) ? quote : { name: entry.name, fields: [] }, version: 1 },
  ]),
);

function entryOf(formId: string | undefined) {
  const entry = entries.find((each) => each.id === formId);
  const draft = drafts.get(formId ?? '');
  if (!entry || !draft) throw new MockProblem(404, 'not_found', '找不到，或者您没有权限查看。');
  return { entry, draft };
}

/** As an app builder sees it: reads everything, changes only their own. */
const mayGive = { read_all: true, edit_all: false };

export const formDrafts: Record<string, Handler> = {
  'GET /v1/forms': () => answer(200, { items: entries, next_cursor: null }),
  'GET /v1/forms/{form_id}': ({ params }) => {
    const { entry, draft } = entryOf(params.form_id);
    return answer(200, { ...entry, ...draft, updated_by: member, may_give: mayGive });
  },
  'PUT /v1/forms/{form_id}': ({ params, body }) => {
    const { entry, draft } = entryOf(params.form_id);
    Object.assign(draft, { definition: body, version: draft.version + 1 });
    return answer(200, { ...entry, ...draft, updated_by: member, may_give: mayGive });
  },
  'POST /v1/forms/{form_id}/check': ({ params }) => {
    const { definition } = entryOf(params.form_id).draft;
    const problems = definition.fields.flatMap(({ type, options }, index) =>
      type === 'formula' && !options?.expression
        ? [{ path: `/fields/${index}/options/expression`, code: 'required', message: '请填写公式。' }]
        : [],
    );
    const changes = [
      { change: 'field_added', id: 'remark', name: '备注' },
      {
        change: 'field_changed',
        id: 'customer',
        name: '客户名称',
        parts: ['required', 'options.max_length'],
      },
      { change: 'fields_moved' },
    ];
    return answer(200, { problems, changes });
  },
  'GET /v1/forms/{form_id}/fields/{path}/uses': () => answer(200, { stored: false, uses: [] }),
  'GET /v1/forms/{form_id}/versions/{number}': ({ params }) =>
    answer(200, {
      form_id: params.form_id,
      version: 3,
      published_by: member,
      published_at: moment,
      changes: [],
      definition: quote,
    }),
  'GET /v1/forms/{form_id}/versions': ({ params }) =>
    answer(200, {
      items: [3, 2, 1].map((version) => ({
        form_id: params.form_id,
        version,
        published_by: member,
        published_at: moment,
        changes: version === 1 ? [{ change: 'form_created' }] : [{ change: 'fields_moved' }],
      })),
      next_cursor: null,
    }),
};
