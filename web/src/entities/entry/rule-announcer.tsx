/** Tells those who do not see it which fields have appeared and vanished while they typed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Language } from '@/config/languages';
import type { Field } from '@/entities/field/definition';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { columnsOf } from '@/entities/field/registry';

type Names = Record<string, string>;

export function RuleAnnouncer({ fields }: { fields: Field[] }) {
  const { t } = useTranslation('entry');
  const language = useLabelLanguage();
  const [before, setBefore] = useState(fields);
  const [said, say] = useState('');
  if (before !== fields) {
    const [old, now] = [namesOf(before, language), namesOf(fields, language)];
    const names = (one: Names, other: Names) =>
      Object.keys(one)
        .filter((path) => !(path in other))
        .map((path) => one[path])
        .join(t('rules.between'));
    const [appeared, vanished] = [names(now, old), names(old, now)];
    setBefore(fields);
    if (appeared || vanished)
      say(
        [
          appeared && t('rules.appeared', { names: appeared }),
          vanished && t('rules.vanished', { names: vanished }),
        ]
          .filter(Boolean)
          .join(' '),
      );
  }
  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  );
}

function namesOf(fields: Field[], language: Language): Names {
  return Object.fromEntries(
    fields.flatMap((field) => [
      [field.id, labelText(field.name, language)],
      ...columnsOf(field).map((column) => [
        `${field.id}.${column.id}`,
        `${labelText(field.name, language)} ${labelText(column.name, language)}`,
      ]),
    ]),
  ) as Names;
}
