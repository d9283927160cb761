/** What an entry changed: property by property, before and after, in words. */
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { LANGUAGE_NAMES, isLanguage } from '@/config/languages';
import { labelText, type Label } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { useMemberName, useMembers } from '@/entities/member/names';

import type { Entry } from '../api';

import {
  changesOf,
  comeAndGone,
  fieldChanges,
  isBlank,
  isOmitted,
  listOf,
  stateWord,
  type Change,
} from './changes';
import styles from './entry.module.css';
import { useDepartmentNames, usePermissionNames, usePositionNames, useRoleNames } from './names';

export function EntryChanges({ entry }: { entry: Entry }) {
  const { t } = useTranslation('tenancy');
  if (isOmitted(entry)) return <p className={styles.changes}>{t('audit.tooLong')}</p>;
  const changes = changesOf(entry);
  if (changes.length === 0) return null;
  return (
    <dl className={styles.changes}>
      {changes.map((change) => (
        <div key={change.property} className={styles.change}>
          <dt>{t(`fields.${change.property}`)}</dt>
          <dd>
            <Told change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Told({ change }: { change: Change }) {
  const { t } = useTranslation('tenancy');
  const { nature } = change;
  if (nature === 'opaque') return t('audit.adjusted');
  if (nature === 'secret') return t('audit.replaced');
  if (nature === 'version') return t('audit.version', { number: Number(change.after) });
  if (nature === 'formFields') return <FormFields change={change} />;
  if (nature === 'roles') return <Roles change={change} />;
  if (nature === 'departments') return <Departments change={change} />;
  if (nature === 'positions') return <Positions change={change} />;
  if (nature === 'members') return <Members change={change} />;
  if (nature === 'permissions') return <Permissions change={change} />;
  if (nature === 'texts') return <Listed change={change} nameOf={(text) => text} />;
  if (!('before' in change)) return <Value change={change} value={change.after} />;
  if (!('after' in change)) return <Value change={change} value={change.before} />;
  return (
    <>
      <span className={styles.before}>
        <Value change={change} value={change.before} />
      </span>
      <ArrowRight size={13} role="img" aria-label={t('audit.to')} className={styles.arrow} />
      <Value change={change} value={change.after} />
    </>
  );
}

function Value({ change: { property, nature }, value }: { change: Change; value: unknown }) {
  const { t } = useTranslation('tenancy');
  const language = useLabelLanguage();
  const state = nature === 'state' ? stateWord(property, value) : undefined;
  if (state) return t(`states.${state}`);
  if (isBlank(value)) return <span className={styles.blank}>{t('audit.empty')}</span>;
  if (nature === 'label') return labelText(value as Label, language);
  const text = String(value);
  if (nature === 'member') return <MemberName id={text} />;
  if (nature === 'department') return <DepartmentName id={text} />;
  if (nature === 'position') return <PositionName id={text} />;
  if (nature === 'moment') return <DateText value={text} />;
  if (nature === 'language' && isLanguage(text)) return LANGUAGE_NAMES[text];
  return text;
}

function MemberName({ id }: { id: string }) {
  return useMemberName(id) ?? '…';
}

function DepartmentName({ id }: { id: string }) {
  return useDepartmentNames()(id);
}

function PositionName({ id }: { id: string }) {
  return usePositionNames()(id);
}

function Roles({ change }: { change: Change }) {
  return <Listed change={change} nameOf={useRoleNames()} />;
}

function Departments({ change }: { change: Change }) {
  return <Listed change={change} nameOf={useDepartmentNames()} />;
}

function Positions({ change }: { change: Change }) {
  return <Listed change={change} nameOf={usePositionNames()} />;
}

function Members({ change }: { change: Change }) {
  const ids = [...new Set([change.before, change.after].flatMap(listOf))];
  const members = useMembers(ids);
  return <Listed change={change} nameOf={(id) => members[ids.indexOf(id)]?.name ?? '…'} />;
}

function Permissions({ change }: { change: Change }) {
  return <Listed change={change} nameOf={usePermissionNames()} />;
}

function Listed({ change, nameOf }: { change: Change; nameOf: (id: string) => string }) {
  const { t } = useTranslation('tenancy');
  const joined = (ids: string[]) => ids.map(nameOf).join(t('audit.and'));
  const { added, removed } = comeAndGone(change.before, change.after);
  if (!('before' in change)) return joined(added);
  if (!('after' in change)) return joined(removed);
  return (
    <Parts
      parts={[
        added.length > 0 && t('audit.added', { names: joined(added) }),
        removed.length > 0 && t('audit.removed', { names: joined(removed) }),
      ]}
    />
  );
}

function FormFields({ change }: { change: Change }) {
  const { t } = useTranslation('tenancy');
  const language = useLabelLanguage();
  const joined = (names: unknown[]) =>
    names.map((name) => labelText(name as Label, language)).join(t('audit.and'));
  const { added, removed, edited } = fieldChanges(change.before, change.after);
  if (!('before' in change)) return joined(added);
  return (
    <Parts
      parts={[
        added.length > 0 && t('audit.added', { names: joined(added) }),
        removed.length > 0 && t('audit.removed', { names: joined(removed) }),
        edited.length > 0 && t('audit.edited', { names: joined(edited) }),
        added.length + removed.length + edited.length === 0 && t('audit.adjusted'),
      ]}
    />
  );
}

function Parts({ parts }: { parts: (string | false)[] }) {
  return <span className={styles.parts}>{parts.map((part) => part && <span key={part}>{part}</span>)}</span>;
}
