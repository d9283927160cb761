/** The settings of what is selected. */
import { useEditor } from '../editor/editor';
import { findArm, findBranch, findStep, keyOf, type Spot } from '../model/tree';
import { moduleOf } from '../nodes/registry';

import { ArmSettings, UsualSettings } from './arm-settings';
import { FlowSettings } from './flow-settings';
import styles from './panel.module.css';

export interface PanelProps {
  /** After something was done that closes the settings on a phone. */
  onDone?: (() => void) | undefined;
}

export function Panel(props: PanelProps) {
  const { selected } = useEditor();
  return (
    <div key={keyOf(selected)} className={styles.panel}>
      {selected ? <SpotSettings spot={selected} {...props} /> : <FlowSettings />}
    </div>
  );
}

function SpotSettings({ spot, ...props }: PanelProps & { spot: Spot }) {
  const { definition } = useEditor();
  if (!('step' in spot)) {
    const arm = findArm(definition, spot);
    if (arm) return <ArmSettings place={spot} arm={arm} {...props} />;
    const branch = findBranch(definition, spot.branch);
    return branch ? <UsualSettings branch={branch} /> : null;
  }
  const step = findStep(definition, spot.step)?.step;
  if (!step) return null;
  const { Settings } = moduleOf(step);
  return <Settings step={step} {...props} />;
}
