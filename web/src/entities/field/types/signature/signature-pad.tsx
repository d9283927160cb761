/** Where one signs with a finger, a pen or the mouse. There is no way to draw with the keyboard, and it says so. */
import { Button } from 'antd';
import { useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';

import styles from './signature-pad.module.css';

interface Props {
  id: string;
  label: string | undefined;
  describedBy: string | undefined;
  invalid: boolean;
  /** Nothing can be sent here: a preview. */
  inert: boolean;
  onDrawn: (picture: File) => void;
}

/** Pixels of the picture; on the page it is as wide as there is room. */
const WIDTH = 600;
const HEIGHT = 200;
const PEN = 3;

export function SignaturePad({ id, label, describedBy, invalid, inert, onDrawn }: Props) {
  const { t } = useTranslation('entry');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const hint = `${id}-hint`;

  const at = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - left) / width) * WIDTH, ((event.clientY - top) / height) * HEIGHT];
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = event.currentTarget.getContext('2d');
    if (!pen || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (!drawn) paper(pen);
    pen.lineWidth = PEN;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    pen.strokeStyle = '#111';
    pen.beginPath();
    pen.moveTo(...at(event));
    // A point is a stroke, too.
    pen.lineTo(...at(event));
    pen.stroke();
    setDrawn(true);
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = event.currentTarget.getContext('2d');
    if (!pen || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(...at(event));
    pen.stroke();
  };
  const clear = () => {
    const pen = canvas.current?.getContext('2d');
    pen?.clearRect(0, 0, WIDTH, HEIGHT);
    setDrawn(false);
  };
  const send = () =>
    canvas.current?.toBlob((picture) => {
      if (picture) onDrawn(new File([picture], 'signature.png', { type: 'image/png' }));
    }, 'image/png');

  return (
    <div className={styles.pad} data-invalid={invalid}>
      <canvas
        ref={canvas}
        className={styles.paper}
        width={WIDTH}
        height={HEIGHT}
        aria-label={label ?? t('signature.paper')}
        aria-describedby={[hint, describedBy].filter(Boolean).join(' ')}
        onPointerDown={begin}
        onPointerMove={draw}
      />
      <p id={hint} className={styles.hint}>
        {t(inert ? 'files.preview' : 'signature.hint')}
      </p>
      <div className={styles.actions}>
        <Button id={id} type="primary" ghost disabled={!drawn || inert} onClick={send}>
          {t('signature.use')}
        </Button>
        <Button type="text" disabled={!drawn} onClick={clear}>
          {t('signature.clear')}
        </Button>
      </div>
    </div>
  );
}

/** White also where the page is dark, so that the picture can be read everywhere. */
function paper(pen: CanvasRenderingContext2D) {
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
}
