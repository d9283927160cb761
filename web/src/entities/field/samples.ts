/** Plausible values within what a field allows. */
import { decimal } from '@/lib/formula/values';

import type { FieldOptions } from './definition';

const FORMATS = {
  phone: '13800138000',
  email: 'sample@example.com',
  url: 'https://example.com',
  credit_code: '91350100M000100Y43',
} as const;

export function textSample(options: FieldOptions, word: string): string {
  const { format, mask, min_length = 0, max_length = 200 } = options;
  if (format) return FORMATS[format];
  if (mask) return mask.replaceAll('9', '0').replaceAll('*', 'A');
  const times = Math.max(1, Math.ceil(min_length / Array.from(word).length));
  return Array.from(word.repeat(times)).slice(0, max_length).join('');
}

export function numberWithin({ min, max }: FieldOptions, wanted: string): string {
  if (max !== undefined && decimal(wanted).gt(max)) return String(max);
  return min !== undefined && decimal(wanted).lt(min) ? String(min) : wanted;
}

export function dayWithin({ min, max }: FieldOptions, today: string): string {
  if (typeof max === 'string' && today > max) return max;
  return typeof min === 'string' && today < min ? min : today;
}
