/** Somebody else saved this flow: what clashes, by the names of the steps. */
import { useTranslation } from 'react-i18next';

import { ConflictDialog, type ClashShown } from '@/entities/draft/conflict-dialog';

import { merge, type Clash } from '../model/merge';

import { useEditor } from './editor';

export function Conflict() {
  const { t } = useTranslation('flows-editor');
  const { saver, definition, resolve } = useEditor();
  const shown = (clash: Clash): ClashShown => {
    const { key } = clash;
    if ('part' in clash) return { key, name: t(`part.flow.${clash.part}`) };
    const { name, theirName, gone } = clash;
    return { key, name: theirName ? t('conflict.names', { name, theirs: theirName }) : name, gone };
  };
  return (
    <ConflictDialog
      saver={saver}
      merge={(theirs, choices) => {
        const merged = merge(saver.base, definition, theirs, choices);
        return { definition: merged.definition, clashes: merged.clashes.map(shown) };
      }}
      onResolve={resolve}
    />
  );
}
