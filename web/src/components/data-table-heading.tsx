/** The head of one column: sorts when it is pressed, and can be made wider at its edge, by pointer or arrow keys. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';

import styles from './data-table.module.css';

export type Sort =
  { hint: string; direction?: 'ascending' | 'descending'; onPress: () => void } | { impossible: string };

export interface Resize {
  /** What the edge is called. */
  label: string;
  /** Pixels, within what the owner allows. */
  onResize: (width: number) => void;
}

interface Props {
  title: string;
  align?: 'start' | 'end' | undefined;
  width?: string | undefined;
  sort?: Sort | undefined;
  resize?: Resize | undefined;
  /** The first column. */
  main?: boolean;
}

export function Heading({ title, align, width, sort, resize, main = false }: Props) {
  const direction = sort && 'direction' in sort ? sort.direction : undefined;
  return (
    <th
      scope="col"
      data-align={align}
      data-main={main}
      data-edge={resize !== undefined}
      style={{ width }}
      aria-sort={direction}
      title={sort && 'impossible' in sort ? sort.impossible : undefined}
    >
      {sort && 'onPress' in sort ? (
        <button type="button" className={styles.sort} title={sort.hint} onClick={sort.onPress}>
          {title}
          <span className={styles.arrow} data-shown={direction !== undefined} aria-hidden="true">
            {direction === 'descending' ? <ArrowDown size={13} /> : <ArrowUp size={13} />}
          </span>
        </button>
      ) : (
        title
      )}
      {resize && <Edge {...resize} />}
    </th>
  );
}

/** Pixels that an arrow key moves the edge. */
const STEP = 16;
const STEPS: Record<string, number> = { ArrowRight: STEP, ArrowLeft: -STEP };

function Edge({ label, onResize }: Resize) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const widthOf = (edge: HTMLElement) => edge.closest('th')?.getBoundingClientRect().width ?? 0;
  const begin = (event: PointerEvent<HTMLButtonElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width: widthOf(event.currentTarget) };
  };
  const widthAt = ({ clientX }: PointerEvent) =>
    from.current === null ? null : from.current.width + clientX - from.current.x;
  // While it is dragged only the head moves; the owner hears of the end.
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    const width = widthAt(event);
    const head = event.currentTarget.closest('th');
    if (width !== null && head) head.style.minWidth = `${width}px`;
  };
  const end = (event: PointerEvent<HTMLButtonElement>) => {
    const width = widthAt(event);
    const head = event.currentTarget.closest('th');
    const moved = from.current !== null && event.clientX !== from.current.x;
    from.current = null;
    if (head) head.style.minWidth = '';
    if (width !== null && moved) onResize(width);
  };
  const key = (event: KeyboardEvent<HTMLButtonElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onResize(widthOf(event.currentTarget) + step);
  };
  return (
    <button
      type="button"
      className={styles.edge}
      aria-label={label}
      title={label}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={key}
    />
  );
}
