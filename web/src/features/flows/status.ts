/** How the states of a run look; their words stand in the locales under `status`. */
import type { Tone } from '@/components/status-tag';

import type { Run } from './api';

export const TONES: Record<Run['status'], Tone> = {
  running: 'progress',
  approved: 'success',
  rejected: 'danger',
  withdrawn: 'neutral',
};
