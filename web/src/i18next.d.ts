/** Keys of translations are checked by the compiler against the Chinese files, which a test holds equal to the others. */
import 'i18next';
import type condition from '@/entities/condition/locales/zh-CN.json';
import type entry from '@/entities/entry/locales/zh-CN.json';
import type spreadsheet from '@/entities/spreadsheet/locales/zh-CN.json';
import type why from '@/entities/why/locales/zh-CN.json';

import type app from './app/locales/zh-CN.json';
import type editing from './components/editing/locales/zh-CN.json';
import type components from './components/locales/zh-CN.json';
import type field from './entities/field/locales/zh-CN.json';
import type apps from './features/apps/locales/zh-CN.json';
import type comments from './features/comments/locales/zh-CN.json';
import type directory from './features/directory/locales/zh-CN.json';
import type flows from './features/flows/locales/zh-CN.json';
import type flowsEditor from './features/flows-editor/locales/zh-CN.json';
import type forms from './features/forms/locales/zh-CN.json';
import type formsEditor from './features/forms-editor/locales/zh-CN.json';
import type identity from './features/identity/locales/zh-CN.json';
import type imports from './features/imports/locales/zh-CN.json';
import type integrations from './features/integrations/locales/zh-CN.json';
import type jobs from './features/jobs/locales/zh-CN.json';
import type legal from './features/legal/locales/zh-CN.json';
import type notifications from './features/notifications/locales/zh-CN.json';
import type tenancy from './features/tenancy/locales/zh-CN.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'components';
    returnNull: false;
    resources: {
      app: typeof app;
      components: typeof components;
      editing: typeof editing;
      condition: typeof condition;
      entry: typeof entry;
      field: typeof field;
      spreadsheet: typeof spreadsheet;
      why: typeof why;
      apps: typeof apps;
      comments: typeof comments;
      directory: typeof directory;
      forms: typeof forms;
      'forms-editor': typeof formsEditor;
      flows: typeof flows;
      'flows-editor': typeof flowsEditor;
      identity: typeof identity;
      imports: typeof imports;
      integrations: typeof integrations;
      jobs: typeof jobs;
      legal: typeof legal;
      notifications: typeof notifications;
      tenancy: typeof tenancy;
    };
  }
}
