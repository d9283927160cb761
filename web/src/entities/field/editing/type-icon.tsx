/** The picture of a field type. */
import type { FieldType } from '../definition';

import { designOf } from './designs';

export function TypeIcon({ type, size = 15 }: { type: FieldType; size?: number }) {
  const { icon: Icon } = designOf(type);
  return <Icon size={size} strokeWidth={1.8} aria-hidden="true" />;
}
