/** Why something cannot be deleted: each place that names it, in the server's words, with the way there. */
import { Link } from 'react-router';

import type { ApiProblem } from '@/lib/api/problem';
import { useCan } from '@/lib/session/me';

import styles from './problem-note.module.css';

interface Use {
  kind: 'form' | 'flow';
  id: string;
}

const EDITORS = {
  form: { permission: 'forms.build', path: '/manage/forms' },
  flow: { permission: 'flows.build', path: '/manage/flows' },
} as const;

/** The problem's `uses` and its faults are the same list, once for machines and once for people. */
export function UsedIn({ problem }: { problem: ApiProblem }) {
  const can = useCan();
  const uses = problem.params.uses as Use[];
  return (
    <ul className={styles.fields}>
      {problem.fields.map(({ message }, at) => {
        const use = uses[at];
        const editor = use && EDITORS[use.kind];
        return (
          <li key={message}>
            {editor && can(editor.permission) ? (
              <Link to={`${editor.path}/${use.id}`}>{message}</Link>
            ) : (
              message
            )}
          </li>
        );
      })}
    </ul>
  );
}
