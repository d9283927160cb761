/** Why no path can be shown, and what to do about it. */
import { useTranslation } from 'react-i18next';

import { ErrorState } from '@/components/error-state';
import { ApiProblem, isProblem } from '@/lib/api/problem';

import styles from './preview-dialog.module.css';
import { Unsaved } from './use-preview';

export function PreviewProblem({
  error,
  initiator,
  again,
}: {
  error: Error;
  initiator: string;
  again: () => void;
}) {
  const { t } = useTranslation('flows-editor');
  if (error instanceof Unsaved) return <Said text={t('preview.unsaved')} />;
  if (isProblem(error, 'may_not_start')) return <Said text={t('preview.mayNotStart', { name: initiator })} />;
  if (error instanceof ApiProblem && error.fields.length > 0) {
    const unfinished = isProblem(error, 'flow_definition_invalid');
    const messages = [...new Set(error.fields.map(({ message }) => message))];
    return <Said text={t(unfinished ? 'preview.unfinished' : 'preview.faulty')} messages={messages} />;
  }
  return <ErrorState error={error} again={again} />;
}

function Said({ text, messages = [] }: { text: string; messages?: string[] }) {
  return (
    <div role="alert" className={styles.problem}>
      <p>{text}</p>
      {messages.length > 0 && (
        <ul className={styles.messages}>
          {messages.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
