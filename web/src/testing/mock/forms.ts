/** Forms and records of the demo company, for pages that fill in and show them. */
import type { Schemas } from '@/lib/api/types';

import quote from '../../../../tools/demo/data/quote_form.json';

import { SALES } from './apps';
import { answer, MockProblem, type Handler } from './http';

const FORM = '01hx00000000000000000f0001';
const NOW = '2026-03-05T01:30:00.000Z';

const entry: Schemas['FormsFormEntry'] = {
  id: FORM,
  name: quote.name,
  description: quote.description,
  published_version: 1,
  archived: false,
  flow_id: '01hx00000000000000000f1001',
  approval: '',
  created_by: '01hx0000000000000000000001',
  created_at: NOW,
  updated_at: NOW,
  can_submit: true,
  icon: 'receipt',
  color: 'teal',
  app_id: SALES,
  key: 'quote',
};
const everything: Schemas['FormsFormEntry'] = {
  ...entry,
  id: '01hx00000000000000000f0002',
  app_id: '',
  key: 'every_field',
  name: { 'zh-CN': '所有字段', en: 'Every field' },
  description: {
    'zh-CN': '没有流程的表单，包含每一种字段。',
    en: 'A form without a flow, with a field of every type.',
  },
  flow_id: '',
  icon: '',
  color: '',
};

const choices = ['红', '黄', '蓝'].map((value) => ({ value }));
const many = Array.from({ length: 12 }, (_, index) => ({ value: `选项 ${index + 1}` }));
const fields = [
  { id: 'title', type: 'text', name: '标题', required: true, help: '一句话说明要做什么。' },
  { id: 'phone', type: 'text', name: '联系电话', options: { format: 'phone' } },
  { id: 'count', type: 'number', name: '人数', options: { decimals: 0, min: '1', max: '500', unit: '人' } },
  { id: 'rate', type: 'percent', name: '预付比例', options: { max: '1' } },
  { id: 'budget', type: 'money', name: '预算', required: true, options: { currency: 'CNY', min: '0' } },
  {
    id: 'prepaid',
    type: 'formula',
    name: '预付金额',
    options: { expression: 'budget*rate', result: 'money', currency: 'CNY' },
  },
  { id: 'day', type: 'date', name: '日期', default: '@today' },
  { id: 'at', type: 'datetime', name: '开始时间' },
  { id: 'colour', type: 'choices', name: '颜色', options: { choices } },
  { id: 'kind', type: 'choice', name: '类型', options: { choices: many } },
  { id: 'who', type: 'member', name: '负责人', default: '@me' },
  { id: 'whose', type: 'department', name: '所属部门', options: { multiple: true } },
  { id: 'note', type: 'long_text', name: '说明' },
  {
    id: 'files',
    type: 'attachment',
    name: '附件',
    options: { max_files: 3, max_megabytes: 5, extensions: ['pdf', 'png'] },
  },
  {
    id: 'expenses',
    type: 'lines',
    name: '费用明细',
    options: {
      max_rows: 6,
      columns: [
        { id: 'what', type: 'text', name: '说明', required: true, options: { max_length: 20 } },
        {
          id: 'type',
          type: 'choice',
          name: '费用类型',
          required: true,
          options: { choices: ['交通', '住宿', '餐饮'].map((value) => ({ value })) },
        },
        { id: 'spent', type: 'date', name: '发生日期' },
        { id: 'payer', type: 'member', name: '付款人' },
        { id: 'amount', type: 'money', name: '金额', required: true, options: { currency: 'CNY' } },
        {
          id: 'tax',
          type: 'formula',
          name: '税额',
          options: { expression: 'amount*0.06', result: 'money', currency: 'CNY' },
        },
        { id: 'receipts', type: 'attachment', name: '发票', options: { max_files: 3 } },
      ],
    },
  },
];

const departments = [
  { id: '01hx0000000000000000000004', name: '华东工业品', parent_id: '', head: '周建国' },
  {
    id: '01hx0000000000000000000005',
    name: '销售中心',
    parent_id: '01hx0000000000000000000004',
    head: '周建国',
  },
  { id: '01hx0000000000000000000002', name: '华东销售部', parent_id: '01hx0000000000000000000005', head: '' },
].map((each) => ({ ...each, head_id: '', members: 1, version: 1 }));

const people = [
  ['01hx0000000000000000000001', '陈思雨', '销售代表'],
  ['01hx0000000000000000000011', '周建国', '华东区经理'],
  ['01hx0000000000000000000012', '林静', '财务总监'],
].map(([id = '', name = '', position = '']) => ({
  id,
  name,
  position,
  department: '华东销售部',
  active: true,
}));

const person = (index: number) => ({
  id: people[index]?.id ?? '',
  name: people[index]?.name ?? '',
  why: { rule: 'manager' },
});

function stepsFor(values: Record<string, unknown>): Schemas['FlowsPathStep'][] {
  const step = { mode: 'any' as const, detail: '', reason: '', outcome: 'waiting' as const };
  return [
    { ...step, node: 'manager', name: '大区经理审批', type: 'approve', people: [person(1)] },
    ...(values.customer_type === 'C'
      ? [
          {
            ...step,
            node: 'cfo',
            name: '财务负责人审批',
            type: 'approve',
            mode: 'all' as const,
            people: [person(1), person(2)],
          },
        ]
      : []),
    { ...step, node: 'copy', name: '抄送商务助理', type: 'cc', outcome: 'copied', people: [person(2)] },
  ];
}

function checkValues(values: Record<string, unknown>): void {
  if (values.customer !== '重复') return;
  throw new MockProblem(422, 'record_invalid', '填写的内容有误，请按提示修改。', [
    {
      path: '/values/customer',
      code: 'value_taken',
      message: '“客户名称”的值已被另一条记录使用，不能重复。',
    },
    { path: '/values/lines/0/quantity', code: 'below_min', message: '“数量”不能小于 10。' },
  ]);
}

const valuesOf = (body: Record<string, unknown>) => (body.values ?? {}) as Record<string, unknown>;

export const formHandlers: Record<string, Handler> = {
  'GET /v1/forms': () => answer(200, { items: [entry, everything], next_cursor: null }),
  'GET /v1/forms/{id}/published': ({ params }) => {
    const found = [entry, everything].find(({ id }) => id === params.id);
    if (!found) throw new MockProblem(404, 'not_found', '找不到这张表单，或您没有权限查看。');
    const definition = found === entry ? quote : { name: found.name, fields };
    return answer(200, { ...found, definition, retired_choices: {}, version: 1 });
  },
  'POST /v1/runs/preview': ({ body }) => {
    checkValues(valuesOf(body));
    return answer(200, { steps: stepsFor(valuesOf(body)), blocked: false });
  },
  'POST /v1/runs': ({ body }) => {
    checkValues(valuesOf(body));
    return answer(201, { id: '01hx00000000000000000r0001' });
  },
  'POST /v1/forms/{id}/records': () => answer(201, { id: '01hx00000000000000000r0001' }),
  'POST /v1/forms/{id}/attachments': ({ body }) => {
    if (String(body.name).endsWith('.exe'))
      throw new MockProblem(422, 'attachment_invalid', '这个文件不能上传，请按提示修改。', [
        { path: '/name', code: 'file_extension', message: '不能上传“exe”文件，可以上传：pdf、png。' },
      ]);
    return answer(201, {
      ...body,
      id: crypto.randomUUID(),
      upload: { url: '/v1/mock-upload', fields: { key: 'x' } },
    });
  },
  'POST /v1/mock-upload': () => answer(204),
  'GET /v1/members': () => answer(200, { items: people, next_cursor: null }),
  'GET /v1/members/{id}': ({ params }) => answer(200, people.find(({ id }) => id === params.id) ?? people[0]),
  'GET /v1/departments': () => answer(200, { items: departments, next_cursor: null }),
};
