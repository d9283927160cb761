/** Excel and CSV files that are sent to be read. */
import { announced, sendTo } from '@/entities/entry/files/upload';
import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';

export type Spreadsheet = Schemas['FormsSpreadsheet'];
export type TopRow = Spreadsheet['top'][number];

/** The id of the upload. Rejects as `upload` of attachments does. */
export async function sendSpreadsheet(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const issued = await api.post('/v1/spreadsheets', { body: announced(file), signal });
  await sendTo(issued.upload, file, onProgress, signal);
  return issued.id;
}

export const readSpreadsheet = (body: Schemas['FormsSpreadsheetRead'], signal?: AbortSignal) =>
  api.post('/v1/spreadsheets/read', { body, ...(signal ? { signal } : {}) });
