/** What happened, as a sentence. Who and what are links that narrow the log down to them. */
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

import { labelText, type Label } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { useMemberName } from '@/entities/member/names';

import type { Entry } from '../api';

import { isAction } from './actions';
import styles from './entry.module.css';

export function EntryText({ entry }: { entry: Entry }) {
  const { t } = useTranslation('tenancy');
  const { action, actor, target } = entry;
  const components = { who: <Who entry={entry} />, what: <What entry={entry} /> };
  return (
    <span className={styles.text}>
      {isAction(action) ? (
        <Trans
          t={t}
          i18nKey={
            action === 'member.changed' && actor.id === target.id
              ? 'actions.member.changed.own'
              : `actions.${action}.text`
          }
          components={components}
        />
      ) : (
        <Trans t={t} i18nKey="audit.unknown" values={{ action }} components={components} />
      )}
    </span>
  );
}

function Who({ entry: { actor } }: { entry: Entry }) {
  const { t } = useTranslation('tenancy');
  if (actor.id === '') return <b>{actor.name || t('audit.system')}</b>;
  return (
    <Narrower to={{ person: actor.id }} title={t('audit.onlyPerson', { name: actor.name })}>
      {actor.name}
    </Narrower>
  );
}

function What({ entry: { target } }: { entry: Entry }) {
  const { t } = useTranslation('tenancy');
  const name = useTargetName(target);
  return (
    <Narrower to={{ about: `${target.kind}.${target.id}` }} title={t('audit.onlyAbout', { name })}>
      {name}
    </Narrower>
  );
}

const THINGS = [
  'member',
  'invitation',
  'department',
  'position',
  'role',
  'company',
  'calendar',
  'delegation',
  'form',
  'record',
  'flow',
  'webhook',
] as const;

/** What the thing was called then; of members, whom most entries are about, today's name if that was not noted. */
export function useTargetName({ kind, id, name }: { kind: string; id: string; name?: Label }): string {
  const { t } = useTranslation('tenancy');
  const noted = labelText(name, useLabelLanguage());
  const member = useMemberName(kind === 'member' && noted === '' ? id : '');
  const thing = THINGS.find((each) => each === kind) ?? 'other';
  return noted || (member ?? t(`things.${thing}`));
}

function Narrower({
  to,
  title,
  children,
}: {
  to: Record<string, string>;
  title: string;
  children: ReactNode;
}) {
  const search = new URLSearchParams({
    ...Object.fromEntries(new URLSearchParams(useLocation().search)),
    ...to,
  });
  return (
    <Link to={{ search: search.toString() }} title={title} className={styles.name}>
      {children}
    </Link>
  );
}
