/** A region, chosen level by level or found by its name. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { InputProps } from '../inputs/input-props';
import { TreeInput } from '../inputs/tree-input';

import { isAbolished, namesOf, useRegions } from './regions';
import { regionTree } from './tree';

export function RegionInput(props: InputProps) {
  const { t } = useTranslation('components');
  const regions = useRegions();
  const level = props.field.options?.level;
  const tree = useMemo(() => (regions ? regionTree(regions, level) : []), [regions, level]);
  const nameOf = (path: string[]) => {
    if (!regions) return path.length === 0 ? '' : '…';
    const text = namesOf(path, regions).join(' / ');
    return isAbolished(path, regions) ? t('abolished', { name: text }) : text;
  };
  return <TreeInput {...props} options={tree} anyLevel={false} loading={!regions} nameOf={nameOf} />;
}
