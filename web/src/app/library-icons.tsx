/**
 * The icons of the component library's fields. Its own name themselves in English to whoever listens (`aria-label="down"`
 * on every select); these are silent, because the field says what it is.
 */
import { Calendar, Check, ChevronDown, CircleX, Eye, EyeOff, LoaderCircle, X } from 'lucide-react';

import styles from './library-icons.module.css';

const loading = <LoaderCircle size={14} aria-hidden="true" className={styles.turning} />;

export const libraryIcons = {
  button: { loadingIcon: loading },
  datePicker: {
    clearIcon: <CircleX size={14} aria-hidden="true" />,
    suffixIcon: <Calendar size={14} aria-hidden="true" />,
  },
  inputPassword: {
    iconRender: (visible: boolean) =>
      visible ? <Eye size={16} aria-hidden="true" /> : <EyeOff size={16} aria-hidden="true" />,
  },
  select: {
    loadingIcon: loading,
    menuItemSelectedIcon: <Check size={14} aria-hidden="true" />,
    removeIcon: <X size={12} aria-hidden="true" />,
    suffixIcon: <ChevronDown size={14} aria-hidden="true" />,
  },
} as const;
