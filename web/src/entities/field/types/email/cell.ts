/** What is typed into it. */
import { lineCell } from '../../line-cell';

export const cell = lineCell('sample@example.com');
