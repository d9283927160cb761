/** The words of all field types in Chinese: one file, where forms are built. */
import { byType } from './by-type';

export const words = byType(
  import.meta.glob<Record<string, unknown>>('../types/*/locales/zh-CN.json', {
    eager: true,
    import: 'default',
  }),
);
