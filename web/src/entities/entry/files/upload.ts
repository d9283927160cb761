/** Sending a file to where the server says, with progress. `fetch` cannot tell how much of a body has left. */
import type { FileRef } from '@/entities/field/cell';
import { api } from '@/lib/api/call';
import { ApiProblem } from '@/lib/api/problem';

/** The server's allow-list with the type that each must declare: browsers disagree about them, and know none for some. */
const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  xml: 'application/xml',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  txt: 'text/plain',
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  zip: 'application/zip',
};

export const EXTENSIONS = Object.keys(TYPES);

export function extensionOf(name: string): string {
  return /.\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

export interface Way {
  formId: string;
  field: string;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Rejects with what the API refused, `TransferFailed`, or an AbortError. */
export async function upload(file: File, { formId, field, onProgress, signal }: Way): Promise<FileRef> {
  const issued = await api.post('/v1/forms/{form_id}/attachments', {
    params: { form_id: formId },
    body: { field, ...announced(file) },
    signal,
  });
  await sendTo(issued.upload, file, onProgress, signal);
  return { id: issued.id, name: issued.name, size: issued.size };
}

/** What the server is told of a file before it is sent. */
export const announced = (file: File) => ({
  name: file.name.normalize('NFC'),
  content_type: TYPES[extensionOf(file.name)] ?? file.type,
  size: file.size,
});

/** Rejects with `TransferFailed`, or an AbortError. */
export async function sendTo(
  { url, fields }: { url: string; fields: Record<string, string> },
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  await transfer(url, form, onProgress, signal);
}

export class TransferFailed extends Error {}

function transfer(url: string, form: FormData, onProgress: (share: number) => void, signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () =>
      request.status < 300 ? resolve() : reject(new TransferFailed(String(request.status))),
    );
    request.addEventListener('error', () => reject(new TransferFailed('network')));
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** What the server says about a file: the reason, not that there is one. null: no words of its own. */
export function reasonOf(error: unknown): string | null {
  return error instanceof ApiProblem ? (error.fields[0]?.message ?? error.message) : null;
}

/** It is the file that is refused, not the moment. */
export function isFinal(error: unknown): boolean {
  return error instanceof ApiProblem && error.fields.length > 0;
}
