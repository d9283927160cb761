/** A route's page: loaded with its words when somebody goes there. */
import i18next from 'i18next';
import type { ComponentType } from 'react';
import type { LazyRouteFunction, NonIndexRouteObject } from 'react-router';

/** `namespaces` are the features whose words the page shows. The file is called `…-page.tsx` and exports `Page`. */
export function page(
  load: () => Promise<{ Page: ComponentType }>,
  ...namespaces: string[]
): { lazy: LazyRouteFunction<NonIndexRouteObject> } {
  return {
    lazy: async () => {
      const [{ Page }] = await Promise.all([load(), i18next.loadNamespaces(namespaces)]);
      return { Component: Page };
    },
  };
}

/** Where to go on after sign-in: a path of this app, or the start page. */
export function nextPath(wanted: string | null): string {
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}
