/** Forms as builders use them. Drafts are saved by model/saver.ts, which calls what is here. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { APPS } from '@/entities/app/api';
import { withChosenKeys } from '@/entities/field/keys';
import { FORMS } from '@/entities/form/api';
import { definitionOf, type Definition } from '@/entities/form/definition';
import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList } from '@/lib/api/use-list';
import { useSend } from '@/lib/api/use-send';
import type { Draft as SavedDraft, Saver } from '@/lib/editing/saver';

export type Draft = SavedDraft<Definition>;
export type FormDraft = Schemas['FormsFormDraft'];
export type FormVersionEntry = Schemas['FormsFormVersionEntry'];
export type Change = Schemas['FormsChange'];
export type FieldUses = Schemas['FormsFieldUses'];
export type FieldUse = Schemas['FormsFieldUse'];

function read(answered: Parameters<typeof definitionOf>[0]): Definition {
  const definition = definitionOf(answered);
  return { ...definition, fields: withChosenKeys(definition.fields) };
}

export function useCreateForm(onSuccess: (made: FormDraft) => void) {
  return useSend(
    ({ name, app }: { name: string; app: string }, key) =>
      api.post('/v1/forms', { query: { app_id: app }, body: { name, fields: [] }, key }),
    { changes: [FORMS, APPS], onSuccess },
  );
}

/** A form with fields, as one is made of a file. */
export function useMakeForm() {
  return useSend(
    ({ name, app, fields }: { name: string; app: string; fields: Definition['fields'] }, key) =>
      api.post('/v1/forms', {
        query: { app_id: app },
        body: { name, fields },
        key,
      }),
    { changes: [FORMS, APPS] },
  );
}

export function useArchiveForm() {
  return useSend(
    ({ id, archived }: { id: string; archived: boolean }, key) =>
      api.post('/v1/forms/{form_id}/archive', { params: { form_id: id }, body: { archived }, key }),
    { changes: [FORMS] },
  );
}

/** A draft like that of the form, under a name of its own. */
export function useCopyForm(onSuccess: (made: FormDraft) => void) {
  return useSend(
    (id: string, key) => api.post('/v1/forms/{form_id}/copy', { params: { form_id: id }, key }),
    { changes: [FORMS, APPS], onSuccess },
  );
}

/** What the server knows of the draft that was saved last: where a field, or a column as `lines.amount`, is used. */
export function getFieldUses(formId: string, path: string): Promise<FieldUses> {
  return api.get('/v1/forms/{form_id}/fields/{path}/uses', { params: { form_id: formId, path } });
}

export function useVersions(formId: string) {
  return useList<FormVersionEntry>(['form-versions', formId], ({ cursor, signal }) =>
    api.get('/v1/forms/{form_id}/versions', {
      params: { form_id: formId },
      query: { limit: 20, ...(cursor ? { cursor } : {}) },
      signal,
    }),
  );
}

/** Read once for a session of editing: what is newer is met by the version when saving. */
export function useDraft(formId: string) {
  return useQuery({
    queryKey: ['form-draft', formId],
    queryFn: ({ signal }) => api.get('/v1/forms/{form_id}', { params: { form_id: formId }, signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** What people fill in now; null before the first version. */
export function usePublished(formId: string, version: number) {
  return useQuery({
    queryKey: ['form-version', formId, version],
    queryFn: async ({ signal }) => {
      const params = { form_id: formId, number: String(version) };
      const found = await api.get('/v1/forms/{form_id}/versions/{number}', { params, signal });
      return read(found.definition);
    },
    enabled: version > 0,
    staleTime: Infinity,
  });
}

/** The form as published in `version`: whether it is open, and which flow it has. */
export function usePublishedForm(formId: string, version: number) {
  return useQuery({
    queryKey: ['form', formId, 'published', version],
    queryFn: ({ signal }) =>
      api.get('/v1/forms/{form_id}/published', { params: { form_id: formId }, signal }),
    staleTime: 0,
  });
}

export const draftOf = (answered: FormDraft): Draft => ({
  definition: read(answered.definition),
  version: answered.version,
  updatedBy: answered.updated_by,
});

export async function getDraft(formId: string): Promise<Draft> {
  return draftOf(await api.get('/v1/forms/{form_id}', { params: { form_id: formId } }));
}

export async function putDraft(formId: string, body: Definition, version: number): Promise<Draft> {
  return draftOf(await api.put('/v1/forms/{form_id}', { params: { form_id: formId }, body, version }));
}

/** Of the draft as it was saved last: another version has its own answer. */
export function useCheck(formId: string, saver: Saver<Definition>, enabled = true) {
  const version = useSyncExternalStore(saver.subscribe, () => saver.version);
  return useQuery({
    queryKey: ['form-check', formId, version],
    queryFn: async ({ signal }) => ({
      version,
      ...(await api.post('/v1/forms/{form_id}/check', { params: { form_id: formId }, signal })),
    }),
    placeholderData: (before) => before,
    enabled,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

export function usePublish(formId: string, onSuccess: (version: number) => void) {
  const client = useQueryClient();
  return useSend(
    (version: number, key) =>
      api.post('/v1/forms/{form_id}/publish', { params: { form_id: formId }, version, key }),
    {
      changes: [FORMS, ['form-versions', formId], ['form', formId], ['me']],
      onSuccess: ({ version }) => {
        client.removeQueries({ queryKey: ['form-check', formId] });
        onSuccess(version);
      },
    },
  );
}

export function useRoles() {
  return useQuery({
    queryKey: ['roles'],
    queryFn: ({ signal }) => api.get('/v1/roles', { signal }),
  });
}

export function useDepartments() {
  return useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => api.get('/v1/departments', { signal }),
  });
}

/** What a member sees under the rights of a draft. */
export const previewQuery = (formId: string, memberId: string, access: Schemas['FormsAccess']) =>
  queryOptions({
    queryKey: ['access-preview', formId, memberId, access],
    queryFn: ({ signal }) =>
      api.post('/v1/forms/{form_id}/access/preview', {
        params: { form_id: formId },
        body: { member_id: memberId, access },
        signal,
      }),
    enabled: memberId !== '',
    staleTime: 0,
    gcTime: 0,
  });
