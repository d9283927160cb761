/** A region by its names; one that was abolished says so. */
import { useTranslation } from 'react-i18next';

import { isAbolished, namesOf, useRegions } from './regions';

export function RegionText({ path, between }: { path: string[]; between: string }) {
  const { t } = useTranslation('components');
  const regions = useRegions();
  if (!regions) return '…';
  const text = namesOf(path, regions).join(between);
  return isAbolished(path, regions) ? t('abolished', { name: text }) : text;
}
