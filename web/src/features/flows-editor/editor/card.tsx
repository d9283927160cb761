/**
 * A card of the tree: the whole of it is the button that opens its settings. Under the mouse its tools lie above its
 * edge; for everybody else they stand in its settings, and have keys.
 */
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';

import type { Direction } from '../model/changes';
import { findingsAt } from '../model/faults';
import { sameSpot, type Spot } from '../model/tree';

import styles from './card.module.css';
import { useEditor } from './editor';
import { spotId } from './focus';
import { SpotTools } from './spot-tools';

interface Props {
  spot: Spot | null;
  kind: 'start' | 'step' | 'branch' | 'arm';
  /** What the button is called. */
  label: string;
  icon?: ReactNode;
  name: string;
  /** Beside the name. */
  mark?: ReactNode;
  /** Whether it can be dragged to another place. */
  drags?: boolean;
  tools?: boolean;
  children?: ReactNode;
}

const KEYS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function Card({ spot, kind, label, icon, name, mark, drags = false, tools = false, children }: Props) {
  const { selected, select, findings, move, moving, startMoving, remove } = useEditor();
  const found = findingsAt(findings, spot);
  const faults = found.filter(({ warns }) => !warns);
  const shown = faults.length > 0 ? faults : found;
  const Icon = faults.length > 0 ? CircleAlert : TriangleAlert;
  const chosen = sameSpot(selected, spot);
  const [pointed, setPointed] = useState(false);
  const steps = spot !== null && 'step' in spot;

  const press = (event: KeyboardEvent) => {
    const direction = event.altKey ? KEYS[event.key] : undefined;
    if (!spot || !tools) return;
    if (direction && (steps || direction === 'left' || direction === 'right')) move(spot, direction);
    else if (event.key === 'Delete') remove(spot);
    else return;
    event.preventDefault();
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- only dragged; the button in it is for keys.
    <div
      className={styles.card}
      data-kind={kind}
      data-selected={chosen}
      data-fault={faults.length > 0}
      data-moving={steps && moving === spot.step}
      onPointerEnter={({ pointerType }) => setPointed(pointerType === 'mouse')}
      onPointerLeave={() => setPointed(false)}
      draggable={drags}
      onDragStart={(event) => {
        event.stopPropagation();
        event.dataTransfer.effectAllowed = 'move';
        // What is drawn anew while a drag begins ends it.
        if (steps) setTimeout(() => startMoving(spot.step));
      }}
      onDragEnd={() => startMoving(null)}
    >
      <button
        type="button"
        id={spotId(spot)}
        className={styles.main}
        aria-pressed={chosen}
        aria-label={label}
        aria-describedby={`${spotId(spot)}-about`}
        {...(tools ? { 'aria-keyshortcuts': steps ? STEP_KEYS : ARM_KEYS } : {})}
        onClick={() => select(spot)}
        onKeyDown={press}
      />
      <div className={styles.head}>
        {icon}
        <span className={styles.name}>{name}</span>
        {mark}
      </div>
      <div id={`${spotId(spot)}-about`} className={styles.body}>
        {children}
        {shown.slice(0, MOST_SHOWN).map(({ at, message, warns }) => (
          <p key={`${at}${message}`} className={styles.fault} data-warns={warns}>
            <Icon size={14} aria-hidden="true" />
            <span>{message}</span>
          </p>
        ))}
      </div>
      {tools && spot && pointed && moving === null && (
        <div className={styles.tools}>
          <SpotTools spot={spot} name={name} />
        </div>
      )}
    </div>
  );
}

const STEP_KEYS = 'Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight Delete';
const ARM_KEYS = 'Alt+ArrowLeft Alt+ArrowRight Delete';
/** The others stand in its settings. */
const MOST_SHOWN = 2;
