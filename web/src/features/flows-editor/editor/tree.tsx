/** The flow as a tree of cards: steps one below the other, the arms of a branch beside each other, or folded on a phone. */
import { ChevronDown, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import {
  armsAround,
  armsOf,
  countSteps,
  DEFAULT_ARM,
  isEnded,
  keyOf,
  MOST_ARMS,
  walk,
  type ArmPlace,
  type Lane,
  type Spot,
} from '../model/tree';
import { hasArms } from '../model/types';
import type { Arm, Branch, Step } from '../model/types';

import { ArmCard } from './arm-card';
import { Card } from './card';
import { useEditor } from './editor';
import { InsertPoint } from './insert-point';
import { StepCard } from './step-card';
import { StepIcon } from './step-icon';
import styles from './tree.module.css';

interface LaneProps {
  steps: Step[];
  lane: Lane;
  /** What the steps are in: the flow or an arm. */
  name: string;
}

export function LaneView({ steps, lane, name }: LaneProps) {
  const { t } = useTranslation('flows-editor');
  const ended = isEnded(steps);
  return (
    <div className={styles.lane}>
      <InsertPoint lane={lane} index={0} last={steps.length === 0} after={name} />
      {steps.length > 0 && (
        <ol className={styles.steps} aria-label={t('canvas.steps', { name })}>
          {steps.map((step, index) => (
            <li key={step.id} className={styles.step}>
              {hasArms(step) ? <BranchView branch={step} /> : <StepCard step={step} />}
              {!(ended && index === steps.length - 1) && (
                <InsertPoint
                  lane={lane}
                  index={index + 1}
                  last={index === steps.length - 1}
                  after={step.name}
                />
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function BranchView({ branch }: { branch: Branch }) {
  const { t } = useTranslation('flows-editor');
  const { addArm } = useEditor();
  const arms = armsOf(branch);
  const open = arms.map(({ steps }) => !isEnded(steps));
  return (
    <div className={styles.branch}>
      <div className={styles.head}>
        <Card
          spot={{ step: branch.id }}
          kind="branch"
          label={t('card.open', { name: branch.name, type: t('type.branch') })}
          icon={<StepIcon type="branch" />}
          name={branch.name}
          drags
          tools
        />
        <button
          type="button"
          className={styles.addArm}
          disabled={branch.branches.length >= MOST_ARMS}
          aria-label={t('canvas.addArmTo', { name: branch.name })}
          onClick={() => addArm(branch.id)}
        >
          <Plus size={15} aria-hidden="true" />
          {t('canvas.addArm')}
        </button>
      </div>
      <ol className={styles.arms} aria-label={t('canvas.arms', { name: branch.name })}>
        {arms.map(({ arm, steps, given }, index) => (
          <ArmView
            key={arm}
            place={{ branch: branch.id, arm }}
            given={given}
            name={given?.name ?? branch.default.name ?? t('arm.usual')}
            number={index + 1}
            steps={steps}
            joins={joinOf(open, index)}
          />
        ))}
      </ol>
    </div>
  );
}

/** Which half of the line below the arms passes under this one: it joins those that go on. */
function joinOf(open: boolean[], index: number): 'none' | 'start' | 'end' | 'both' {
  const [first, last] = [open.indexOf(true), open.lastIndexOf(true)];
  if (first === last || index < first || index > last) return 'none';
  return index === first ? 'start' : index === last ? 'end' : 'both';
}

interface ArmProps {
  place: ArmPlace;
  given: Arm | null;
  name: string;
  number: number;
  steps: Step[];
  joins: ReturnType<typeof joinOf>;
}

function ArmView({ place, given, name, number, steps, joins }: ArmProps) {
  const { t } = useTranslation('flows-editor');
  const { definition, selected, moving, findings } = useEditor();
  const [unfolded, setUnfolded] = useState(number === 1);
  const within =
    selected !== null &&
    'step' in selected &&
    armsAround(definition, selected).some((around) => keyOf(around) === keyOf(place));
  const shown = unfolded || within || moving !== null;
  const wrong = findings.some(({ spot, warns }) => spot !== null && !warns && isWithin(spot, steps));
  return (
    <li className={styles.arm} data-joins={joins} data-default={place.arm === DEFAULT_ARM}>
      <span className={styles.stem} aria-hidden="true" />
      <ArmCard place={place} arm={given} name={name} number={number} />
      <button
        type="button"
        className={styles.fold}
        aria-expanded={shown}
        disabled={within || moving !== null}
        onClick={() => setUnfolded(!unfolded)}
      >
        <span className="visually-hidden">{t('canvas.fold', { name })}</span>
        {t('canvas.inside', { count: countSteps(steps) })}
        {wrong && <span className={styles.wrong}>{t('canvas.wrong')}</span>}
        <ChevronDown size={15} aria-hidden="true" />
      </button>
      <div className={styles.inside} data-shown={shown}>
        <LaneView steps={steps} lane={place} name={name} />
        {!isEnded(steps) && <span className={styles.rest} aria-hidden="true" />}
      </div>
    </li>
  );
}

function isWithin(spot: Spot, steps: Step[]): boolean {
  const id = 'step' in spot ? spot.step : spot.branch;
  return [...walk(steps)].some(({ step }) => step.id === id);
}
