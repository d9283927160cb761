/** The sheet to fill in with its actions in sight: the same for a new record and for changing one. */
import { Button } from 'antd';
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type SubmitEvent,
} from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { ProblemNote } from '@/components/problem-note';
import type { Layout } from '@/entities/form/layout/blocks';

import { DuplicatesContext, useDuplicates } from './duplicates/use-duplicates';
import { EntryFields } from './entry-fields';
import styles from './entry-form.module.css';
import { unsentFiles } from './files/unsent';
import { UnsentDialog } from './files/unsent-dialog';
import { UploadsProvider } from './files/uploads';
import { FillingContext } from './filling';
import { focusNext } from './focus';
import type { Entry } from './use-entry';
import { useEntryFilling } from './use-filling';

interface Props {
  formId: string;
  entry: Entry;
  /** How the form arranges its fields. */
  layout?: Layout | undefined;
  /** What no input can show. */
  problem: Error | null;
  /** Said beside the buttons while nothing else is to be said. */
  note: string;
  /** What is worth reading between filling in and sending. */
  below?: ReactNode;
  /** Gets the way to save without submitting, if there is one. */
  actions: (save: () => void) => ReactNode;
  onSubmit: () => void;
  onSave?: () => void;
  /** A draft that is only tried. */
  trial?: boolean;
  /** Fields of which the server is asked whether another record has the same. */
  compared?: readonly string[] | undefined;
}

export function EntryForm(props: Props) {
  const { formId, entry, layout, problem, note, below, actions, onSubmit, onSave, trial = false } = props;
  const filling = useEntryFilling(formId, entry, trial);
  const duplicates = useDuplicates(formId, entry, props.compared);
  const { t } = useTranslation('entry');
  const { fields, typed, change } = entry;
  const unsent = useMemo(() => unsentFiles(fields, typed), [fields, typed]);
  const ask = useAsking(unsent.length > 0, unsent.some(isStuck), {
    submit: onSubmit,
    save: onSave ?? onSubmit,
  });
  const sending = unsent.some((each) => !isStuck(each));
  const faults = Object.keys(entry.messages);
  const last = useRef<string | null>(null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    ask.begin('submit');
  };
  return (
    <FillingContext value={filling}>
      <UploadsProvider formId={formId} entry={entry}>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- It takes a key away, it gives none. */}
        <form
          className={styles.form}
          noValidate
          aria-label={t('label')}
          onSubmit={submit}
          onKeyDown={keepFromSubmitting}
        >
          <Card>
            <DuplicatesContext value={duplicates}>
              <EntryFields entry={entry} layout={layout} />
            </DuplicatesContext>
          </Card>
          {below && <div className={styles.below}>{below}</div>}
          <div className={styles.end} data-bottom-bar="true">
            <ProblemNote error={problem} />
            <div className={styles.actions}>
              <div className={styles.note}>
                <p role="status">
                  {faults.length > 0
                    ? t('faults', { count: faults.length })
                    : sending
                      ? t('files.wait')
                      : note}
                </p>
                {faults.length > 0 && (
                  <Button
                    type="link"
                    size="small"
                    onClick={() => {
                      last.current = focusNext(faults, last.current);
                    }}
                  >
                    {t('nextFault')}
                  </Button>
                )}
              </div>
              {actions(() => ask.begin('save'))}
            </div>
          </div>
        </form>
        <UnsentDialog
          open={ask.wanted !== null}
          unsent={unsent}
          change={change}
          waiting={ask.waiting}
          onWait={ask.wait}
          onClose={ask.stop}
        />
      </UploadsProvider>
    </FillingContext>
  );
}

const isStuck = ({ file }: ReturnType<typeof unsentFiles>[number]) => file.upload?.state !== 'sending';

/** Enter in a field confirms a choice or a date; it must not send an application for money. */
function keepFromSubmitting(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}

type Way = 'submit' | 'save';

/** Nothing is sent while files are not there: it is asked for, and done when none is left. */
function useAsking(unsent: boolean, stuck: boolean, ways: Record<Way, () => void>) {
  const [wanted, setWanted] = useState<Way | null>(null);
  const [waiting, setWaiting] = useState(false);
  // What is sent is what stands there when the last file has come, not what stood there when it was asked for.
  const latest = useRef(ways);
  useEffect(() => {
    latest.current = ways;
  });
  const [due, setDue] = useState<{ way: Way } | null>(null);
  if (wanted !== null && waiting && !unsent) {
    setWanted(null);
    setWaiting(false);
    setDue({ way: wanted });
  }
  useEffect(() => {
    if (due) latest.current[due.way]();
  }, [due]);
  // One that breaks off again is asked about again.
  if (waiting && stuck) setWaiting(false);
  return {
    wanted,
    waiting,
    begin: (way: Way) => {
      if (unsent) setWanted(way);
      else ways[way]();
    },
    wait: () => setWaiting(true),
    stop: () => {
      setWanted(null);
      setWaiting(false);
    },
  };
}
