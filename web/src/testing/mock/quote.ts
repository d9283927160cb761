/** One filled-in quote and its form, for the pages that show a record. */
import type { Definition } from '@/entities/form/definition';

import { answer, type Handler } from './http';

const choices = [
  { value: 'A', name: { 'zh-CN': 'A 类（战略客户）', en: 'A (strategic)' } },
  { value: 'B', name: { 'zh-CN': 'B 类（普通客户）', en: 'B (regular)' } },
];
const CNY = { currency: 'CNY' };

const definition: Definition = {
  name: { 'zh-CN': '报价单', en: 'Quote' },
  fields: [
    { id: 'number', type: 'serial', name: { 'zh-CN': '单号', en: 'Number' } },
    { id: 'customer', type: 'text', name: { 'zh-CN': '客户名称', en: 'Customer' } },
    { id: 'customer_type', type: 'choice', name: { 'zh-CN': '客户类型', en: 'Type' }, options: { choices } },
    {
      id: 'product_line',
      type: 'choice',
      name: { 'zh-CN': '产品线', en: 'Product line' },
      options: { choices: [{ value: 'valves', name: { 'zh-CN': '阀门与管件', en: 'Valves and fittings' } }] },
    },
    {
      id: 'lines',
      type: 'lines',
      name: { 'zh-CN': '产品明细', en: 'Lines' },
      options: {
        columns: [
          { id: 'product', type: 'text', name: { 'zh-CN': '产品', en: 'Product' } },
          {
            id: 'quantity',
            type: 'number',
            name: { 'zh-CN': '数量', en: 'Quantity' },
            options: { unit: '件' },
          },
          { id: 'unit_price', type: 'money', name: { 'zh-CN': '单价', en: 'Unit price' }, options: CNY },
          { id: 'list_price', type: 'money', name: { 'zh-CN': '目录价', en: 'List price' }, options: CNY },
          {
            id: 'amount',
            type: 'formula',
            name: { 'zh-CN': '金额', en: 'Amount' },
            options: { result: 'money', ...CNY },
          },
          { id: 'drawings', type: 'attachment', name: { 'zh-CN': '图纸', en: 'Drawings' } },
        ],
      },
    },
    {
      id: 'total',
      type: 'formula',
      name: { 'zh-CN': '合计', en: 'Total' },
      options: { result: 'money', ...CNY },
    },
    {
      id: 'discount',
      type: 'formula',
      name: { 'zh-CN': '折扣率', en: 'Discount' },
      options: { result: 'percent' },
    },
    { id: 'valid_until', type: 'date', name: { 'zh-CN': '有效期至', en: 'Valid until' } },
    { id: 'attachment', type: 'attachment', name: { 'zh-CN': '附件', en: 'Attachment' } },
    { id: 'remark', type: 'long_text', name: { 'zh-CN': '备注', en: 'Remark' } },
  ],
};

const values = {
  number: 'BJ-202611-0007',
  customer: '苏州恒远机械有限公司',
  customer_type: 'A',
  product_line: 'valves',
  lines: [
    {
      product: '球阀 DN50 不锈钢 316L',
      quantity: '120',
      unit_price: '680.00',
      list_price: '820.00',
      amount: '81600.00',
      drawings: [
        { id: '01hx0000000000000000000091', name: '球阀 DN50 总装图 第三版（客户会签）.pdf', size: 843_200 },
        { id: '01hx0000000000000000000092', name: '密封件.zip', size: 43_200 },
      ],
    },
    {
      product: '法兰 DN50 PN16',
      quantity: '240',
      unit_price: '195.42',
      list_price: '240.00',
      amount: '46900.80',
    },
  ],
  total: '128500.80',
  discount: '0.182',
  valid_until: '2026-12-31',
  attachment: [{ id: '01hx0000000000000000000090', name: '技术协议（盖章版）.pdf', size: 1_843_200 }],
  remark: '含现场安装指导两天。\n客户希望分两批交货：12 月中旬与 1 月底。',
};

const NOW = '2026-11-28T01:30:00.000Z';

export const quoteHandlers: Record<string, Handler> = {
  'GET /v1/records/{record_id}': ({ params }) =>
    answer(200, {
      id: params.record_id,
      form_id: '01hx0000000000000000000050',
      form_version: 1,
      values,
      state: 'in_approval',
      locked: true,
      serial: values.number,
      title: `${values.number} ${values.customer}`,
      created_by: '01hx0000000000000000000011',
      created_at: NOW,
      updated_by: '01hx0000000000000000000011',
      updated_at: NOW,
      may: { change: false },
      version: 3,
    }),
  'GET /v1/records/{record_id}/history': () =>
    answer(200, {
      items: [
        { number: 1, at: NOW, by: '', by_name: '周建国', action: 'created', form_version: 1, changes: [] },
      ],
      next_cursor: null,
    }),
  'GET /v1/forms/{form_id}/versions/{number}': ({ params }) =>
    answer(200, { form_id: params.form_id, version: 1, changes: [], definition }),
};
