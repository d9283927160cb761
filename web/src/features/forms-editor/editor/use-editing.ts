/** One session of editing a form: its draft, what is selected, and the words that a screen reader says. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DEFAULT_LANGUAGE, isLanguage } from '@/config/languages';
import type { FieldType } from '@/entities/field/definition';
import { copyOf, newField } from '@/entities/field/editing/new-field';
import { labelText } from '@/entities/field/label';
import { useAllTypeWords } from '@/entities/field/type-words';
import { type Definition } from '@/entities/form/definition';
import * as changes from '@/entities/form/editing/changes';
import type { Editor } from '@/entities/form/editing/editor';
import { unnamed } from '@/entities/form/editing/faults';
import * as layout from '@/entities/form/editing/layout-changes';
import { useDraft, type DraftEditing } from '@/lib/editing/use-draft';
import { useMe } from '@/lib/session/me';

import { getDraft, putDraft, type Draft } from '../api';

import { useParts } from './use-parts';

type Editing = Omit<Editor, 'flowId' | 'published' | 'faults' | 'heldBack' | 'checked' | 'mayGive'> &
  Pick<DraftEditing<Definition>, 'resolve'> & {
    said: string;
    /** The name of what was deleted last, until something else is changed. */
    removed: string | null;
  };

export function useEditing(formId: string, draft: Draft): Editing {
  const { t, i18n } = useTranslation('forms-editor');
  const language = isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
  const { id: memberId } = useMe();
  const editing = useDraft({
    memberId,
    name: `form-design.${formId}`,
    draft,
    put: (body, version) => putDraft(formId, body, version),
    get: () => getDraft(formId),
    savable: (body) => unnamed(body, '').length === 0,
  });
  const [selected, select] = useState<changes.Place | null>(null);
  const [said, say] = useState('');
  const [fresh, setFresh] = useState<string | null>(null);
  const [chosenResults] = useState(() => new Set<string>());
  const [removed, setRemoved] = useState<{ name: string; after: Definition } | null>(null);
  const { definition, change } = editing;

  const typeWords = useAllTypeWords();
  const madeOf = (type: FieldType) => newField(type, (key, values) => typeWords(type, key, values));
  const parts = useParts({ definition, change, selected, select, setRemoved, say });
  const pick = (place: changes.Place | null) => {
    parts.leave();
    select(place);
  };
  const nameAt = (place: changes.Place) => labelText(changes.find(definition, place)?.name, language);

  return {
    ...editing,
    formId,
    language,
    selected: selected && changes.find(definition, selected) ? selected : null,
    said,
    fresh,
    chosenResults,
    removed: removed?.after === definition ? removed.name : null,
    select: pick,
    ...parts,
    changeField: (place, field, about) =>
      change(
        changes.replaceField(definition, place, field),
        about && `${place.field}/${place.column ?? ''}/${about}`,
      ),
    add: (type, spot) => {
      const field = madeOf(type);
      const next = layout.insertAt(definition, field, spot ?? below(definition, selected, parts.part));
      change(next);
      pick({ field: field.id });
      setFresh(field.id);
      const position = changes.indexOf(next, { field: field.id }) + 1;
      say(t('said.added', { name: labelText(field.name, language), position }));
    },
    addColumn: (lines, type) => {
      const column = madeOf(type);
      const after = selected?.field === lines ? selected.column : undefined;
      const next = changes.addColumn(definition, lines, column, after);
      const place = { field: lines, column: column.id };
      change(next);
      pick(place);
      setFresh(column.id);
      say(
        t('said.columnAdded', {
          name: labelText(column.name, language),
          table: nameAt({ field: lines }),
          position: changes.indexOf(next, place) + 1,
        }),
      );
    },
    duplicate: (place) => {
      const field = changes.find(definition, place);
      if (!field) return;
      const copy = copyOf(field, (name) => t('new.copy', { name }));
      const spot = place.column === undefined ? layout.spotOf(definition, field.id) : null;
      change(
        spot
          ? layout.insertAt(definition, copy, { ...spot, index: spot.index + 1 })
          : changes.insertAfter(definition, place, copy),
      );
      pick(place.column === undefined ? { field: copy.id } : { field: place.field, column: copy.id });
    },
    remove: (place) => {
      const after = changes.removeField(definition, place);
      setRemoved({ name: nameAt(place), after });
      change(after);
      pick(place.column === undefined ? null : { field: place.field });
    },
    move: (place, by) => {
      const next =
        place.column === undefined
          ? layout.stepField(definition, place.field, by > 0 ? 1 : -1)
          : changes.moveBy(definition, place, by);
      change(next);
      say(t('said.moved', { name: nameAt(place), position: changes.indexOf(next, place) + 1 }));
    },
    placeAt: (field, spot) => {
      const next = layout.placeAt(definition, field, spot);
      change(next);
      const position = changes.indexOf(next, { field }) + 1;
      say(t('said.moved', { name: nameAt({ field }), position }));
    },
  };
}

/** Where a field comes that is added by a press: below the selected one, at the end of the selected part, else at the end. */
function below(definition: Definition, selected: changes.Place | null, part: string | null): layout.Spot {
  const spot = selected && layout.spotOf(definition, selected.field);
  if (spot) return { ...spot, index: spot.index + 1 };
  return layout.endOf(definition, part ?? definition.layout?.parts.at(-1)?.id ?? null);
}
