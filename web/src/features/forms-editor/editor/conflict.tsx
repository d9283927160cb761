/** Somebody else saved this form: what clashes, by the names of the fields. */
import { useTranslation } from 'react-i18next';

import { ConflictDialog, type ClashShown } from '@/entities/draft/conflict-dialog';
import { labelText } from '@/entities/field/label';
import { type Definition } from '@/entities/form/definition';
import { useEditor } from '@/entities/form/editing/editor';
import type { DraftEditing } from '@/lib/editing/use-draft';

import { merge, type Clash } from '../model/merge';

export function Conflict({ onResolve }: { onResolve: DraftEditing<Definition>['resolve'] }) {
  const { t } = useTranslation('forms-editor');
  const { saver, definition, language } = useEditor();
  const shown = (clash: Clash): ClashShown => {
    if ('part' in clash) return { key: clash.key, name: t(`part.${clash.part}`) };
    return {
      key: clash.key,
      name: labelText((clash.mine ?? clash.theirs)?.name, language),
      gone: !clash.mine ? 'mine' : !clash.theirs ? 'theirs' : undefined,
    };
  };
  return (
    <ConflictDialog
      saver={saver}
      merge={(theirs, choices) => {
        const merged = merge(saver.base, definition, theirs, choices);
        return { definition: merged.definition, clashes: merged.clashes.map(shown) };
      }}
      onResolve={onResolve}
    />
  );
}
