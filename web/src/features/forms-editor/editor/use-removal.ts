/** Before a field is deleted: whether records hold values of it, and who uses it. What nobody needs goes at once. */
import { useCallback, useEffect, useRef, useState } from 'react';

import type { Place } from '@/entities/form/editing/changes';
import type { Editor } from '@/entities/form/editing/editor';

import { getFieldUses, type FieldUses } from '../api';

/** `found` is null where the server could not be asked. */
export interface Asked {
  place: Place;
  found: FieldUses | null;
}

export interface Removal {
  /** What has to be confirmed. */
  asked: Asked | null;
  ask: (place: Place) => void;
  confirm: () => void;
  cancel: () => void;
}

export function useRemoval({ formId, saver, remove }: Pick<Editor, 'formId' | 'saver' | 'remove'>): Removal {
  const [asked, setAsked] = useState<Asked | null>(null);
  const pending = useRef<Place | null>(null);
  // What is removed is removed from the form as it is when the answer has come.
  const latest = useRef(remove);
  useEffect(() => {
    latest.current = remove;
  });
  const ask = useCallback(
    (place: Place) => {
      if (pending.current) return;
      pending.current = place;
      void lookUp(formId, saver, place).then((found) => {
        pending.current = null;
        if (found && !found.stored && found.uses.length === 0) latest.current(place);
        else setAsked({ place, found });
      });
    },
    [formId, saver],
  );
  return {
    asked,
    ask,
    confirm: () => {
      if (asked) remove(asked.place);
      setAsked(null);
    },
    cancel: () => setAsked(null),
  };
}

async function lookUp(formId: string, saver: Editor['saver'], place: Place): Promise<FieldUses | null> {
  try {
    await saver.flush();
    return await getFieldUses(
      formId,
      place.column === undefined ? place.field : `${place.field}.${place.column}`,
    );
  } catch {
    return null;
  }
}
