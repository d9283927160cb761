/** What can be done with a step or an arm as a whole: on its card, and above its settings. */
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Copy, Move, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Tool } from '@/components/editing/tool';

import { moveArm, nudge } from '../model/changes';
import { MOST_ARMS, findBranch, type ArmPlace, type Spot } from '../model/tree';

import { useEditor } from './editor';

interface Props {
  spot: Spot;
  name: string;
  /** After something was done that closes the settings on a phone. */
  onDone?: () => void;
}

export function SpotTools({ spot, ...props }: Props) {
  return 'step' in spot ? <StepTools step={spot.step} {...props} /> : <ArmTools place={spot} {...props} />;
}

function StepTools({ step, name, onDone }: Omit<Props, 'spot'> & { step: string }) {
  const { t } = useTranslation('flows-editor');
  const { definition, move, duplicate, remove, startMoving } = useEditor();
  const spot = { step };
  return (
    <>
      <Tool
        label={t('tool.up', { name })}
        disabled={nudge(definition, step, 'up') === definition}
        onClick={() => move(spot, 'up')}
      >
        <ArrowUp size={15} />
      </Tool>
      <Tool
        label={t('tool.down', { name })}
        disabled={nudge(definition, step, 'down') === definition}
        onClick={() => move(spot, 'down')}
      >
        <ArrowDown size={15} />
      </Tool>
      <Tool
        label={t('tool.move', { name })}
        onClick={() => {
          startMoving(step);
          onDone?.();
        }}
      >
        <Move size={15} />
      </Tool>
      <Tool label={t('tool.duplicate', { name })} onClick={() => duplicate(spot)}>
        <Copy size={15} />
      </Tool>
      <Tool
        label={t('tool.remove', { name })}
        onClick={() => {
          remove(spot);
          onDone?.();
        }}
      >
        <Trash2 size={15} />
      </Tool>
    </>
  );
}

function ArmTools({ place, name, onDone }: Omit<Props, 'spot'> & { place: ArmPlace }) {
  const { t } = useTranslation('flows-editor');
  const { definition, move, duplicate, remove } = useEditor();
  const full = (findBranch(definition, place.branch)?.branches.length ?? 0) >= MOST_ARMS;
  const stuck = (by: number) => {
    const arms = (of: typeof definition) =>
      findBranch(of, place.branch)
        ?.branches.map(({ id }) => id)
        .join();
    return arms(moveArm(definition, place, by)) === arms(definition);
  };
  return (
    <>
      <Tool label={t('tool.earlier', { name })} disabled={stuck(-1)} onClick={() => move(place, 'left')}>
        <ArrowLeft size={15} />
      </Tool>
      <Tool label={t('tool.later', { name })} disabled={stuck(1)} onClick={() => move(place, 'right')}>
        <ArrowRight size={15} />
      </Tool>
      <Tool label={t('tool.duplicate', { name })} disabled={full} onClick={() => duplicate(place)}>
        <Copy size={15} />
      </Tool>
      <Tool
        label={t('tool.remove', { name })}
        onClick={() => {
          remove(place);
          onDone?.();
        }}
      >
        <Trash2 size={15} />
      </Tool>
    </>
  );
}
