/** Trying a flow out: whoever would submit, with these values, this is whom it would ask. */
import { Button } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { Skeleton } from '@/components/skeleton';
import type { ConditionWords } from '@/entities/condition/text';
import { EntryFields } from '@/entities/entry/entry-fields';
import { UploadsProvider } from '@/entities/entry/files/uploads';
import { useCircumstances, useEntry, type Entry } from '@/entities/entry/use-entry';
import type { Sampling } from '@/entities/field/field-type';
import { hasFiles, typeOf } from '@/entities/field/registry';
import { definitionOf } from '@/entities/form/definition';
import { MemberSelect } from '@/entities/member/member-select';
import { useMember } from '@/entities/member/names';
import type { Schemas } from '@/lib/api/types';
import { useSettled } from '@/lib/editing/use-settled';
import { useMe } from '@/lib/session/me';

import type { Step } from '../model/types';
import type { Words as RuleWords } from '../rules/rule-words';

import { consulted } from './consulted';
import { PathView } from './path-view';
import styles from './preview-dialog.module.css';
import { PreviewProblem } from './preview-problem';
import { samples } from './samples';
import { usePreview } from './use-preview';

interface Tried {
  flowId: string;
  form: Schemas['FormsForm'];
  steps: Step[];
  words: RuleWords & ConditionWords;
  /** Saves what is not saved yet; false if it could not be. */
  save: () => Promise<boolean>;
}

interface Props extends Tried {
  open: boolean;
  onClose: () => void;
}

export function PreviewDialog({ open, onClose, ...tried }: Props) {
  const { t } = useTranslation('flows-editor');
  return (
    <Dialog open={open} place="wide" title={t('preview.title')} onClose={onClose}>
      <Content {...tried} />
    </Dialog>
  );
}

/** Where somebody belongs is needed for samples of departments. */
function Content(tried: Tried) {
  const { t } = useTranslation('flows-editor');
  const here = useCircumstances();
  const me = useMember(here.memberId);
  if (!me) return <Skeleton rows={6} />;
  return <Trying {...tried} here={{ ...here, departmentId: me.department_id, word: t('preview.sample') }} />;
}

function Trying({ flowId, form, steps, words, save, here }: Tried & { here: Sampling }) {
  const { t } = useTranslation('flows-editor');
  const { id: me } = useMe();
  const label = useId();
  const fields = useMemo(
    () => definitionOf(form.definition).fields.filter((field) => !hasFiles(field) || field.required),
    [form],
  );
  const [start] = useState(() => samples(fields, here));
  const entry = useEntry(fields, start, here);
  const [initiator, setInitiator] = useState(me);
  const name = useMember(initiator)?.name ?? '…';
  const values = useSettled(entry.complete ? entry.values : null);
  const path = usePreview({ flowId, initiator, values, save });

  return (
    <div className={styles.columns}>
      <div className={styles.tried}>
        <p className={styles.hint}>{t('preview.hint')}</p>
        <div>
          <label htmlFor={label} className={styles.label}>
            {t('preview.initiator')}
          </label>
          <MemberSelect id={label} value={initiator} onChange={(chosen) => setInitiator(chosen || me)} />
        </div>
        <TriedValues form={form} entry={entry} steps={steps} />
      </div>
      <section
        className={styles.path}
        aria-label={t('preview.path')}
        aria-live="polite"
        aria-busy={path.isFetching}
      >
        <h3 className={styles.heading}>{t('preview.path')}</h3>
        {!entry.complete || values === null ? (
          <>
            <p className={styles.hint}>{t('preview.incomplete')}</p>
            <Button className={styles.missing ?? ''} onClick={() => entry.check()}>
              {t('preview.missing')}
            </Button>
          </>
        ) : path.error ? (
          <PreviewProblem error={path.error} initiator={name} again={() => void path.refetch()} />
        ) : path.data ? (
          <div className={styles.found} data-old={path.isPlaceholderData}>
            <PathView path={path.data} steps={steps} words={words} fields={fields} initiator={name} />
          </div>
        ) : (
          <Skeleton rows={4} />
        )}
      </section>
    </div>
  );
}

/** First what the flow looks at; the rest is out of the way, unless something in it needs to be filled in. */
function TriedValues({ form, entry, steps }: { form: Tried['form']; entry: Entry; steps: Step[] }) {
  const { t } = useTranslation('flows-editor');
  const ids = useMemo(() => consulted(steps, entry.fields), [steps, entry.fields]);
  const deciding = entry.fields.filter(({ id }) => ids.has(id));
  const others = entry.fields.filter((field) => !ids.has(field.id) && !typeOf(field).givenAtSubmission);
  const wrong = others.some(({ id }) =>
    Object.keys(entry.messages).some((path) => path.split('/')[0] === id),
  );
  const [asked, setAsked] = useState(false);
  return (
    <UploadsProvider formId={form.id} entry={entry}>
      <section className={styles.values} aria-label={t('preview.values')}>
        <h3 className={styles.heading}>{t('preview.values')}</h3>
        {deciding.length === 0 ? (
          <p className={styles.hint}>{t('preview.none')}</p>
        ) : (
          <EntryFields entry={{ ...entry, fields: deciding }} />
        )}
      </section>
      {others.length > 0 && (
        <details
          className={styles.others}
          open={asked || wrong}
          onToggle={(event) => setAsked(event.currentTarget.open)}
        >
          <summary className={styles.summary}>{t('preview.others')}</summary>
          <p className={styles.hint}>{t('preview.othersHint')}</p>
          <EntryFields entry={{ ...entry, fields: others }} />
        </details>
      )}
    </UploadsProvider>
  );
}
