/** Two apps: the default one, and one for sales. */
import type { Schemas } from '@/lib/api/types';

import { answer, type Handler } from './http';

export const SALES = '01hx00000000000000000a0001';

const plain = { icon: '', color: '', menu: [], version: 1 };
let apps: Schemas['AppsApp'][] = [
  {
    ...plain,
    id: '01hx00000000000000000a0000',
    key: 'general',
    name: { 'zh-CN': '默认应用', en: 'General' },
    default: true,
  },
  {
    ...plain,
    id: SALES,
    key: 'sales',
    name: { 'zh-CN': '销售管理', en: 'Sales' },
    icon: 'handshake',
    color: 'teal',
    default: false,
  },
];

export const appHandlers: Record<string, Handler> = {
  'GET /v1/apps': () => answer(200, { items: apps, next_cursor: null }),
  'POST /v1/apps': ({ body }) => {
    const made = {
      ...plain,
      ...body,
      id: `01hx00000000000000000a000${apps.length}`,
      key: 'app',
      default: false,
    };
    apps = [...apps, made as unknown as Schemas['AppsApp']];
    return answer(201, made);
  },
  'PUT /v1/apps/{id}': ({ params, body }) => {
    apps = apps.map((app) => (app.id === params.id ? { ...app, ...body, version: app.version + 1 } : app));
    return answer(
      200,
      apps.find(({ id }) => id === params.id),
    );
  },
};
