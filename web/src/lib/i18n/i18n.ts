/**
 * Translation. A part keeps its words beside it, in `<part>/locales/<language>.json`. The name of the folder is the
 * namespace (`app`, `components`, a feature, an entity); it is loaded with the route that needs it, so a page costs only
 * its own words.
 */
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES, type Language } from '@/config/languages';

const STORED = 'banli.language';

const files = import.meta.glob<{ default: Record<string, unknown> }>([
  '/src/{app,components}/locales/*.json',
  '/src/{components,entities,features}/*/locales/*.json',
]);

/** The parts of an entity that each have words of their own: `entities/field/types-words` has those of all its types. */
const modules = import.meta.glob<{ words: Record<string, unknown> }>('/src/entities/*/*-words/{zh-CN,en}.ts');

const PLACES = ['features/', 'entities/', 'components/', ''];

function loaderOf(language: string, namespace: string) {
  const path = PLACES.map((place) => `/src/${place}${namespace}/locales/${language}.json`).find(
    (each) => each in files,
  );
  return path === undefined ? undefined : files[path];
}

/** `field-types`: of every folder in `entities/field/types`, under the name of the folder. */
function loaderOfModules(language: string, namespace: string) {
  const load = modules[`/src/entities/${namespace.replace('-', '/')}-words/${language}.ts`];
  return load && (async () => ({ default: (await load()).words }));
}

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, callback) => {
    const load = loaderOf(language, namespace) ?? loaderOfModules(language, namespace);
    if (!load) {
      callback(new Error(`There are no words for ${namespace} in ${language}.`), false);
      return;
    }
    load().then(
      (words) => callback(null, words.default),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), true),
    );
  },
};

/** What was chosen on this device; otherwise what the browser asks for; otherwise Chinese. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  const asked = navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag));
  return asked?.toLowerCase().startsWith('en') ? 'en' : DEFAULT_LANGUAGE;
}

export async function startTranslation(): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage(),
      supportedLngs: LANGUAGES,
      fallbackLng: false,
      ns: ['app', 'components'],
      defaultNS: 'components',
      interpolation: { escapeValue: false },
      returnNull: false,
      showSupportNotice: false,
    });
  markDocument();
  i18next.on('languageChanged', markDocument);
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language);
  await i18next.changeLanguage(language);
}

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : DEFAULT_LANGUAGE;
}

function markDocument(): void {
  document.documentElement.lang = currentLanguage();
}
