/** Light or dark: as the device says, unless chosen here. Kept on this device, and equal in all its tabs. */
import { useSyncExternalStore } from 'react';

import { FORM_COLORS } from './form-colors';
import { DARK, LIGHT } from './palette';

export const MODES = ['system', 'light', 'dark'] as const;
export type Mode = (typeof MODES)[number];
export type Scheme = 'light' | 'dark';

const STORED = 'banli.theme';
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
const sheet = new CSSStyleSheet();

const read = (): Mode => MODES.find((mode) => mode === localStorage.getItem(STORED)) ?? 'system';

function schemeOf(mode: Mode): Scheme {
  if (mode !== 'system') return mode;
  return prefersDark.matches ? 'dark' : 'light';
}

/** Every colour as a custom property of the document: `lineStrong` → `--line-strong`, and those of forms. */
function rootOf(scheme: Scheme): string {
  const colours = Object.entries(scheme === 'dark' ? DARK : LIGHT) as [string, string][];
  const lines = colours.map(
    ([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`,
  );
  for (const [name, each] of Object.entries(FORM_COLORS)) {
    lines.push(`--form-${name}: ${each[scheme].ink}; --form-${name}-soft: ${each[scheme].soft};`);
  }
  return `:root { color-scheme: ${scheme}; ${lines.join(' ')} }`;
}

function paint(): void {
  const scheme = schemeOf(read());
  sheet.replaceSync(`${rootOf(scheme)} @media print { ${rootOf('light')} }`);
  document.documentElement.dataset.scheme = scheme;
  for (const listener of listeners) listener();
}

export function startTheme(): void {
  document.adoptedStyleSheets.push(sheet);
  prefersDark.addEventListener('change', paint);
  window.addEventListener('storage', (event) => {
    if (event.key === STORED) paint();
  });
  paint();
}

export function chooseMode(mode: Mode): void {
  localStorage.setItem(STORED, mode);
  paint();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useMode = (): Mode => useSyncExternalStore(subscribe, read);
export const useScheme = (): Scheme => useSyncExternalStore(subscribe, () => schemeOf(read()));
