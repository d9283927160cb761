/** The field types. A press adds one below what is selected; it can also be dragged to its place. */
import { useTranslation } from 'react-i18next';

import { PALETTE } from '../model/catalogue';

import { startDrag } from './dragging';
import { useEditor } from './editor';
import styles from './palette.module.css';
import { TypeIcon } from './type-icon';

export function Palette({ onAdded }: { onAdded?: () => void }) {
  const { t } = useTranslation('forms-editor');
  const { add } = useEditor();
  return (
    <div className={styles.palette}>
      {PALETTE.map(({ group, types }) => (
        <section key={group}>
          <h3 className={styles.group}>{t(`palette.${group}`)}</h3>
          <ul className={styles.types}>
            {types.map((type) => (
              <li key={type}>
                <button
                  type="button"
                  className={styles.type}
                  title={t(`about.${type}`)}
                  draggable
                  onDragStart={(event) => startDrag(event, { add: type })}
                  onClick={() => {
                    add(type);
                    onAdded?.();
                  }}
                >
                  <TypeIcon type={type} />
                  {t(`type.${type}`)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
