/** What is typed into it. */
import { lineCell } from '../../line-cell';

export const cell = lineCell('91350100M000100Y43');
