/** The state of one session of editing: history, selection, saving, and the words that a screen reader says. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DEFAULT_LANGUAGE, isLanguage } from '@/config/languages';
import { labelText, type Definition } from '@/lib/forms/definition';

import { getDraft, putDraft } from '../api';
import * as changes from '../model/changes';
import { unnamed } from '../model/faults';
import { redo, startHistory, step, undo } from '../model/history';
import { keepCopy, readCopy } from '../model/local-copy';
import { copyOf, newField, type Words } from '../model/new-field';
import { Saver, type Draft } from '../model/saver';

import type { Editor } from './editor';

type Editing = Omit<Editor, 'published' | 'faults'> & {
  said: string;
  /** The name of what was deleted last, until something else is changed. */
  removed: string | null;
  /** Takes over what both sides were brought to. */
  resolve: (theirs: Draft, merged: Definition) => void;
};

export function useEditing(formId: string, draft: Draft): Editing {
  const { t, i18n } = useTranslation('forms-editor');
  const language = isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
  const [start] = useState(() => startOf(formId, draft));
  const [history, setHistory] = useState(() => startHistory(start.mine));
  const [selected, select] = useState<changes.Place | null>(null);
  const [said, say] = useState('');
  const [fresh, setFresh] = useState<string | null>(null);
  const [removed, setRemoved] = useState<{ name: string; after: Definition } | null>(null);
  const { saver } = start;
  const definition = history.now;

  useEffect(() => saver.change(definition), [saver, definition]);
  useEffect(() => {
    const leaving = () => void saver.flush();
    window.addEventListener('pagehide', leaving);
    return () => {
      window.removeEventListener('pagehide', leaving);
      void saver.flush().finally(() => saver.stop());
    };
  }, [saver]);

  const change = useCallback(
    (next: Definition, about = '') => setHistory((before) => step(before, next, about, Date.now())),
    [],
  );
  const words = useMemo<Words>(
    () => ({
      name: (type) => t(`type.${type}`),
      choice: (number) => t('new.choice', { number }),
      column: t('new.column'),
      copy: (name) => t('new.copy', { name }),
    }),
    [t],
  );
  const nameAt = (place: changes.Place) => labelText(changes.find(definition, place)?.name, language);

  return {
    formId,
    language,
    definition,
    selected: selected && changes.find(definition, selected) ? selected : null,
    saver,
    said,
    fresh,
    removed: removed?.after === definition ? removed.name : null,
    select,
    change,
    changeField: (place, field, about) =>
      change(
        changes.replaceField(definition, place, field),
        about && `${place.field}/${place.column ?? ''}/${about}`,
      ),
    add: (type, index) => {
      const field = newField(type, words);
      const below = selected ? changes.indexOf(definition, { field: selected.field }) : -1;
      const at = index ?? (below < 0 ? definition.fields.length : below + 1);
      change(changes.insertField(definition, field, at));
      select({ field: field.id });
      setFresh(field.id);
      say(t('said.added', { name: labelText(field.name, language), position: at + 1 }));
    },
    addColumn: (lines, type) => {
      const column = newField(type, words);
      change(changes.addColumn(definition, lines, column));
      select({ field: lines, column: column.id });
      setFresh(column.id);
    },
    duplicate: (place) => {
      const field = changes.find(definition, place);
      if (!field) return;
      const copy = copyOf(field, words);
      change(changes.insertAfter(definition, place, copy));
      select(place.column === undefined ? { field: copy.id } : { field: place.field, column: copy.id });
    },
    remove: (place) => {
      const after = changes.removeField(definition, place);
      setRemoved({ name: nameAt(place), after });
      change(after);
      select(place.column === undefined ? null : { field: place.field });
    },
    move: (place, by) => {
      const next = changes.moveBy(definition, place, by);
      change(next);
      say(t('said.moved', { name: nameAt(place), position: changes.indexOf(next, place) + 1 }));
    },
    moveTo: (place, index) => change(changes.moveTo(definition, place, index)),
    undo: history.past.length > 0 ? () => setHistory(undo) : null,
    redo: history.future.length > 0 ? () => setHistory(redo) : null,
    resolve: (theirs, merged) => {
      setHistory((before) => step(before, merged, '', Date.now()));
      saver.resolve(theirs, merged);
    },
  };
}

/** With what this device still holds unsaved; if somebody saved since, the first saving finds that out. */
function startOf(formId: string, draft: Draft): { saver: Saver; mine: Definition } {
  const copy = readCopy(formId);
  const from = copy ? { ...draft, definition: copy.base, version: copy.version } : draft;
  const saver = new Saver(from, {
    put: (definition, version) => putDraft(formId, definition, version),
    get: () => getDraft(formId),
    keep: (kept) => keepCopy(formId, kept),
    savable: (definition) => unnamed(definition, '').length === 0,
  });
  return { saver, mine: copy?.mine ?? draft.definition };
}
