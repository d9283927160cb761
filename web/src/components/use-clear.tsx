/** The way to empty a field: named in the reader's language, where the library would say "Clear" or its icon's name. */
import { CircleX } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** For `allowClear` of the library's fields. */
export function useClear() {
  const { t } = useTranslation('components');
  const label = t('clear');
  return useMemo(() => {
    const clearIcon = (
      <>
        <CircleX size={14} aria-hidden="true" />
        <span className="visually-hidden">{label}</span>
      </>
    );
    return { clearIcon, label };
  }, [label]);
}
