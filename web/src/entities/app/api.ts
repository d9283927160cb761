/** Apps: what forms are grouped into. The default one holds every form that is in no other. */
import { useQuery } from '@tanstack/react-query';

import type { FormEntry } from '@/entities/form/api';
import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';

export type App = Schemas['AppsApp'];

export const APPS = ['apps'];

/** In the order of the navigation; those in which this member sees nothing are not there. */
export function useApps() {
  return useQuery({ queryKey: APPS, queryFn: ({ signal }) => api.get('/v1/apps', { signal }) });
}

/** The app's forms: first as its menu says, then the others as they came. A form of an app that is gone is in the default one. */
export function formsOf(app: App, apps: App[], forms: FormEntry[]): FormEntry[] {
  const known = new Set(apps.filter((each) => !each.default).map(({ id }) => id));
  const held = forms.filter(({ app_id: id }) => (app.default ? !known.has(id) : id === app.id));
  const place = new Map(app.menu.map(({ id }, at) => [id, at]));
  const at = ({ id }: FormEntry) => place.get(id) ?? app.menu.length;
  return held.toSorted((one, other) => at(one) - at(other));
}

/** How a form names the app that it is put into. */
export const placeIn = (app: App): string => (app.default ? '' : app.id);
