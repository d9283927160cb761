/** Where the tree lies: it pans and zooms in here, so that the page never moves sideways. */
import { Minus, Plus, Scan, UserRoundPen } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Tool } from '@/components/editing/tool';

import { isEnded } from '../model/tree';
import { startersText } from '../rules/starters';

import styles from './canvas.module.css';
import { Card } from './card';
import { useEditor } from './editor';
import cards from './step-card.module.css';
import { LaneView } from './tree';
import { usePan } from './use-pan';
import { useZoom } from './use-zoom';

const ZOOMS = [0.25, 0.4, 0.5, 0.65, 0.8, 1];

export function Canvas() {
  const { t } = useTranslation('flows-editor');
  const { definition, words } = useEditor();
  const view = useRef<HTMLDivElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const { zoom, fits, fit, zoomTo } = useZoom(view, tree);
  usePan(view);
  const smaller = ZOOMS.findLast((each) => each < zoom);
  const larger = ZOOMS.find((each) => each > zoom);

  return (
    <div className={styles.canvas}>
      <div ref={view} className={styles.view}>
        <div ref={tree} className={styles.tree} style={{ zoom }}>
          <Card
            spot={null}
            kind="start"
            label={t('start.open')}
            icon={
              <span className={styles.start} aria-hidden="true">
                <UserRoundPen size={16} strokeWidth={1.9} />
              </span>
            }
            name={t('start.name')}
          >
            <p className={cards.text}>
              {t('start.text', { who: startersText(definition.initiators ?? [], words) })}
            </p>
          </Card>
          <LaneView steps={definition.steps} lane={null} name={t('start.name')} />
          {!isEnded(definition.steps) && <p className={styles.end}>{t('canvas.end')}</p>}
          {definition.steps.length === 0 && <p className={styles.empty}>{t('canvas.empty')}</p>}
        </div>
      </div>
      <div className={styles.zoom} role="group" aria-label={t('zoom.label')}>
        <Tool label={t('zoom.out')} disabled={smaller === undefined} onClick={() => zoomTo(smaller ?? zoom)}>
          <Minus size={15} />
        </Tool>
        <span className={`figures ${styles.level}`} aria-live="polite">
          {Math.round(zoom * 100)}%
        </span>
        <Tool label={t('zoom.in')} disabled={larger === undefined} onClick={() => zoomTo(larger ?? zoom)}>
          <Plus size={15} />
        </Tool>
        <Tool label={t('zoom.fit')} disabled={fits} onClick={fit}>
          <Scan size={15} />
        </Tool>
      </div>
    </div>
  );
}
