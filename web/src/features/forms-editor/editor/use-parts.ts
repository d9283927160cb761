/** The parts of the layout in one session of editing: which one is selected, and what can be done with it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { labelText, useLabelLanguage } from '@/entities/field/label';
import type { Definition } from '@/entities/form/definition';
import type { Place } from '@/entities/form/editing/changes';
import type { Editor } from '@/entities/form/editing/editor';
import * as layout from '@/entities/form/editing/layout-changes';
import type { Part } from '@/entities/form/layout/blocks';

type Parts = Pick<Editor, 'part' | 'selectPart' | 'addPart' | 'changePart' | 'removePart' | 'movePart'> & {
  /** Something else is selected. */
  leave: () => void;
};

interface Options {
  definition: Definition;
  change: (definition: Definition, about?: string) => void;
  selected: Place | null;
  select: (place: null) => void;
  setRemoved: (removed: { name: string; after: Definition }) => void;
  say: (text: string) => void;
}

export function useParts({ definition, change, selected, select, setRemoved, say }: Options): Parts {
  const { t } = useTranslation('forms-editor');
  const language = useLabelLanguage();
  const [chosen, choose] = useState<string | null>(null);
  const part = chosen !== null && layout.partIn(definition, chosen) ? chosen : null;
  const nameOf = (found: Part | undefined) =>
    labelText(found?.name, language) || t(`layout.${found?.kind ?? 'section'}`);
  const selectPart = (id: string) => {
    select(null);
    choose(id);
  };
  return {
    part,
    leave: () => choose(null),
    selectPart,
    addPart: (kind, index) => {
      const made = newPart(kind, t(`layout.new.${kind}`));
      const here = part ?? (selected && layout.spotOf(definition, selected.field)?.part) ?? null;
      const below = here === null ? undefined : layout.partIndex(definition, here) + 1;
      const next = layout.addPart(definition, made, index ?? below);
      change(next);
      selectPart(made.id);
      say(t('said.added', { name: nameOf(made), position: layout.partIndex(next, made.id) + 1 }));
    },
    changePart: (changed, about) =>
      change(layout.replacePart(definition, changed), about && `layout/${changed.id}/${about}`),
    removePart: (id) => {
      const after = layout.removePart(definition, id);
      setRemoved({ name: nameOf(layout.partIn(definition, id)), after });
      change(after);
      choose(null);
    },
    movePart: (id, index) => {
      const next = layout.movePart(definition, id, index);
      change(next);
      const name = nameOf(layout.partIn(definition, id));
      say(t('said.moved', { name, position: layout.partIndex(next, id) + 1 }));
    },
  };
}

function newPart(kind: Part['kind'], word: string): Part {
  const id = `p_${crypto.randomUUID().replaceAll('-', '').slice(0, 10)}`;
  return kind === 'text' ? { id, kind, text: word } : { id, kind, name: word, fields: [] };
}
