/** Checks that several field types share; the server says the last word. */
import { decimal } from '@/lib/formula/values';

import type { Complaint, FileRef } from './cell';
import type { Field } from './definition';
import { fractionOf, isNumber, percentOf, placesOf, plainNumber } from './numbers';
import { placesOfField } from './places';

/** `rate`: typed and limited in per cent, stored as a fraction. */
export function checkNumber(field: Field, typed: string, rate = false): Complaint | null {
  const text = plainNumber(typed);
  // A rate where an amount belongs: the sign is no decoration, it means a hundredth.
  const isRate = !rate && /[%％]/.test(typed);
  if (isRate || !isNumber(text)) return { code: 'number', limit: '' };
  const places = placesOfField(field);
  if (placesOf(text) > places) return { code: 'places', limit: String(places) };
  const { min, max } = field.options ?? {};
  const value = decimal(rate ? fractionOf(text) : text);
  const shown = (limit: string | number) => (rate ? `${percentOf(String(limit))}%` : String(limit));
  if (min !== undefined && value.lt(min)) return { code: 'min', limit: shown(min) };
  if (max !== undefined && value.gt(max)) return { code: 'max', limit: shown(max) };
  return null;
}

export function checkCount({ options = {} }: Field, count: number): Complaint | null {
  const { min, max } = options;
  if (min !== undefined && count < Number(min)) return { code: 'fewer', limit: String(min) };
  if (max !== undefined && count > Number(max)) return { code: 'more', limit: String(max) };
  return null;
}

/** The upper limit is kept by the input itself, but not by what is pasted from a spreadsheet. */
export function checkLength({ options = {} }: Field, text: string, longest: number): Complaint | null {
  const { min_length = 0, max_length = longest } = options;
  const length = Array.from(text.trim()).length;
  if (length > max_length) return { code: 'longer', limit: String(max_length) };
  return length < min_length ? { code: 'shorter', limit: String(min_length) } : null;
}

export function checkDay({ options = {} }: Field, day: string): Complaint | null {
  const { min, max } = options;
  if (min !== undefined && day < String(min)) return { code: 'min', limit: String(min) };
  if (max !== undefined && day > String(max)) return { code: 'max', limit: String(max) };
  return null;
}

export function checkFiles(files: FileRef[]): Complaint | null {
  const unsent = files.find(({ upload }) => upload);
  return unsent ? { code: 'unsent', limit: unsent.name } : null;
}
