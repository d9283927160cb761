/** A form's picture in its colour: how one knows it again in every list. Decoration: the name stands beside it. */
import { FORM_COLOR_NAMES } from '@/config/theme/form-colors';

import styles from './form-icon.module.css';
import { FORM_ICON_NAMES, FORM_ICONS } from './icons';

interface Props {
  /** "" where none was chosen; a newer server may name one that is not known here. */
  icon: string | undefined;
  color: string | undefined;
  small?: boolean;
}

export function FormIcon({ icon, color, small = false }: Props) {
  const Icon = FORM_ICONS[FORM_ICON_NAMES.find((name) => name === icon) ?? 'file-text'];
  return (
    <span
      className={styles.icon}
      data-color={FORM_COLOR_NAMES.find((name) => name === color) ?? 'blue'}
      data-small={small}
    >
      <Icon size={small ? 15 : 18} strokeWidth={1.7} aria-hidden="true" />
    </span>
  );
}
