/** One session of editing a flow: its draft, what is selected, and the words that a screen reader says. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useDraft } from '@/lib/editing/use-draft';
import { useMe } from '@/lib/session/me';

import { draftOf, getDraft, putDraft, type Flow } from '../api';
import * as changes from '../model/changes';
import { unnamed } from '../model/faults';
import { newArm } from '../model/new-arm';
import { copyOfArm, copyOfStep, newStep, type Words } from '../model/new-step';
import {
  findArm,
  findBranch,
  findStep,
  isThere,
  keyOf,
  stepsIn,
  type ArmPlace,
  type Spot,
} from '../model/tree';
import type { Definition } from '../model/types';

import type { Editor } from './editor';
import { focusSpot } from './focus';

type Editing = Omit<Editor, 'form' | 'words' | 'findings'> & {
  said: string;
  /** The name of what was deleted last, until something else is changed. */
  removed: string | null;
};

export function useEditing(flow: Flow): Editing {
  const { t } = useTranslation('flows-editor');
  const { id: memberId } = useMe();
  const flowId = flow.id;
  const editing = useDraft({
    memberId,
    name: `flow-design.${flowId}`,
    draft: draftOf(flow),
    put: (body, version) => putDraft(flowId, body, version),
    get: () => getDraft(flowId),
    savable: (body) => unnamed(body, '').length === 0,
  });
  const { definition, change } = editing;
  const [selected, select] = useState<Spot | null>(null);
  const [moving, startMoving] = useState<string | null>(null);
  const [said, say] = useState('');
  const [fresh, setFresh] = useState<string | null>(null);
  const [removed, setRemoved] = useState<{ name: string; after: Definition } | null>(null);
  const words = useMemo<Words>(
    () => ({
      step: (type) => t(`new.${type}`),
      arm: (number) => t('new.arm', { number }),
      copy: (name) => t('new.copy', { name }),
    }),
    [t],
  );

  const nameAt = (spot: Spot) =>
    'step' in spot ? findStep(definition, spot.step)?.step.name : findArm(definition, spot)?.name;
  const added = (next: Definition, spot: Spot, name: string) => {
    change(next);
    select(spot);
    setFresh(keyOf(spot));
    say(t('said.added', { name }));
  };
  const addArm = (branch: string, arm: ReturnType<typeof newArm>, index?: number) =>
    added(changes.insertArm(definition, branch, arm, index), { branch, arm: arm.id }, arm.name);
  const moved = (next: Definition, spot: Spot) => {
    if (next === definition) return;
    change(next);
    say(t('said.moved', { name: nameAt(spot) ?? '' }));
    focusSpot(spot);
  };

  return {
    ...editing,
    flowId,
    selected: selected && isThere(definition, selected) ? selected : null,
    said,
    fresh,
    moving,
    removed: removed?.after === definition ? removed.name : null,
    select: (spot) => {
      setFresh(null);
      select(spot);
    },
    changeStep: (step, about) =>
      change(changes.replaceStep(definition, step.id, step), about && `${step.id}/${about}`),
    changeArm: (place, arm, about) =>
      change(changes.replaceArm(definition, place, arm), about && `${keyOf(place)}/${about}`),
    add: (type, lane, index) => {
      const step = newStep(type, words);
      added(changes.insertStep(definition, lane, index, step), { step: step.id }, step.name);
    },
    addArm: (branch) => {
      addArm(branch, newArm((findBranch(definition, branch)?.branches.length ?? 0) + 1, words));
    },
    duplicate: (spot) => {
      if ('step' in spot) {
        const found = findStep(definition, spot.step);
        if (!found) return;
        const copy = copyOfStep(found.step, words);
        added(
          changes.insertStep(definition, found.lane, found.index + 1, copy),
          { step: copy.id },
          copy.name,
        );
        return;
      }
      const arm = findArm(definition, spot);
      const place = findBranch(definition, spot.branch)?.branches.findIndex(({ id }) => id === spot.arm) ?? 0;
      if (arm) addArm(spot.branch, copyOfArm(arm, words), place + 1);
    },
    remove: (spot) => {
      const after =
        'step' in spot ? changes.removeStep(definition, spot.step) : changes.removeArm(definition, spot);
      const beside = besideOf(definition, spot);
      setRemoved({ name: nameAt(spot) ?? '', after });
      change(after);
      select(null);
      focusSpot(beside && isThere(after, beside) ? beside : null);
    },
    move: (spot, direction) => {
      if ('step' in spot) moved(changes.nudge(definition, spot.step, direction), spot);
      else moved(changes.moveArm(definition, spot, direction === 'left' ? -1 : 1), spot);
    },
    startMoving,
    put: (lane, index) => {
      startMoving(null);
      if (moving === null) return;
      moved(changes.moveStep(definition, moving, lane, index), { step: moving });
    },
  };
}

/** Where somebody is after what he stood on was deleted: on what came before it, or on what it was in. */
function besideOf(definition: Definition, spot: Spot): Spot | null {
  if (!('step' in spot)) return armBefore(definition, spot);
  const found = findStep(definition, spot.step);
  const before = found && stepsIn(definition, found.lane)[found.index - 1];
  return before ? { step: before.id } : (found?.lane ?? null);
}

function armBefore(definition: Definition, { branch, arm }: ArmPlace): Spot {
  const arms = findBranch(definition, branch)?.branches.map(({ id }) => id) ?? [];
  const before = arms[arms.indexOf(arm) - 1];
  return before === undefined ? { step: branch } : { branch, arm: before };
}
