/** What is typed into it. */
import { lineCell } from '../../line-cell';

export const cell = lineCell('11010519491231002X');
