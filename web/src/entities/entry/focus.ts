/** Moving to what has to be mended. */
import { reveal } from '@/entities/form/layout/reveal';

export const inputId = (path: string) => `entry-${path.replaceAll('/', '-')}`;

/** In the order of the page, which is not the order in which faults are found. */
export function inputsAt(paths: string[]): HTMLElement[] {
  const inputs = paths
    .map((path) => document.getElementById(inputId(path)))
    .filter((found) => found !== null);
  return inputs.sort((one, other) => (isBefore(one, other) ? -1 : 1));
}

export function focusOn(input: HTMLElement | undefined): void {
  if (input) reveal(input);
  input?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  input?.focus({ preventScroll: true });
}

/** The next of them after `last`, and round again from the first. */
export function focusNext(paths: string[], last: string | null): string | null {
  const inputs = inputsAt(paths);
  const from = last === null ? null : document.getElementById(last);
  const next = (from && inputs.find((input) => input !== from && isBefore(from, input))) ?? inputs[0];
  focusOn(next);
  return next?.id ?? null;
}

function isBefore(one: HTMLElement, other: HTMLElement): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
