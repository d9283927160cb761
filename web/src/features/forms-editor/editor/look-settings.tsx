/** The picture and the colour by which people know the form again in lists. */
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';
import { FORM_COLOR_NAMES } from '@/config/theme/form-colors';
import { useEditor } from '@/entities/form/editing/editor';
import { FormIcon } from '@/entities/form/form-icon';
import { FORM_ICON_NAMES } from '@/entities/form/icons';

import styles from './look-settings.module.css';

export function LookSettings() {
  const { t } = useTranslation('forms-editor');
  const { definition, change } = useEditor();
  const { icon = 'file-text', color = 'blue' } = definition;
  return (
    <Section title={t('look.title')}>
      <Choice
        label={t('look.icon')}
        names={FORM_ICON_NAMES}
        chosen={icon}
        nameOf={(name) => t(`look.icons.${name}`)}
        onChoose={(name) => change({ ...definition, icon: name }, 'form/icon')}
      >
        {(name) => <FormIcon icon={name} color={color} small />}
      </Choice>
      <Choice
        label={t('look.color')}
        names={FORM_COLOR_NAMES}
        chosen={color}
        nameOf={(name) => t(`look.colors.${name}`)}
        onChoose={(name) => change({ ...definition, color: name }, 'form/color')}
      >
        {(name) => <FormIcon icon={icon} color={name} small />}
      </Choice>
    </Section>
  );
}

interface Props<T extends string> {
  label: string;
  names: readonly T[];
  chosen: T;
  nameOf: (name: T) => string;
  onChoose: (name: T) => void;
  children: (name: T) => ReactNode;
}

/** Radio buttons that show what they stand for; their names are read out, and shown under the pointer. */
function Choice<T extends string>({ label, names, chosen, nameOf, onChoose, children }: Props<T>) {
  const group = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.options}>
        {names.map((name) => (
          <label key={name} className={styles.option} title={nameOf(name)}>
            <input
              type="radio"
              name={group}
              className="visually-hidden"
              aria-label={nameOf(name)}
              checked={name === chosen}
              onChange={() => onChoose(name)}
            />
            {children(name)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
