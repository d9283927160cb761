/** Values that are read as they are stored. */
import type { TextProps } from './field-type';

export function PlainText({ value }: TextProps) {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).map(String).join(', ');
}
