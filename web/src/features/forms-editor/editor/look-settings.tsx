/** The picture and the colour by which people know the form again in lists. */
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';
import { FORM_COLOR_NAMES } from '@/config/theme/form-colors';
import { useEditor } from '@/entities/form/editing/editor';
import { FormIcon } from '@/entities/form/form-icon';
import { FORM_ICON_NAMES } from '@/entities/form/icons';
import { LookChoice } from '@/entities/form/look-choice';

export function LookSettings() {
  const { t } = useTranslation('forms-editor');
  const { definition, change } = useEditor();
  const { icon = 'file-text', color = 'blue' } = definition;
  return (
    <Section title={t('look.title')}>
      <LookChoice
        label={t('look.icon')}
        names={FORM_ICON_NAMES}
        chosen={icon}
        nameOf={(name) => t(`look.icons.${name}`)}
        onChoose={(name) => change({ ...definition, icon: name }, 'form/icon')}
      >
        {(name) => <FormIcon icon={name} color={color} small />}
      </LookChoice>
      <LookChoice
        label={t('look.color')}
        names={FORM_COLOR_NAMES}
        chosen={color}
        nameOf={(name) => t(`look.colors.${name}`)}
        onChoose={(name) => change({ ...definition, color: name }, 'form/color')}
      >
        {(name) => <FormIcon icon={icon} color={name} small />}
      </LookChoice>
    </Section>
  );
}
