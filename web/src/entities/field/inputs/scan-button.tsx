/** A bar code or QR code as a text, from a photo. Only where the browser can read codes by itself. */
import { ScanLine } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import styles from './inputs.module.css';

interface Detector {
  detect: (picture: ImageBitmap) => Promise<{ rawValue: string }[]>;
}

const detectorOf = () => (globalThis as { BarcodeDetector?: new () => Detector }).BarcodeDetector;

export const canScan = (): boolean => detectorOf() !== undefined;

/** The first code on the picture; '' for none, or for a picture that cannot be read. */
export async function codeOn(picture: Blob): Promise<string> {
  const Made = detectorOf();
  if (!Made) return '';
  try {
    const bitmap = await createImageBitmap(picture);
    const [found] = await new Made().detect(bitmap);
    bitmap.close();
    return found?.rawValue ?? '';
  } catch {
    return '';
  }
}

export function ScanButton({ label, onScanned }: { label: string; onScanned: (text: string) => void }) {
  const { t } = useTranslation('entry');
  const input = useRef<HTMLInputElement>(null);
  const [nothing, setNothing] = useState(false);
  const take = async (picture: File | undefined) => {
    if (!picture) return;
    const text = await codeOn(picture);
    setNothing(text === '');
    if (text !== '') onScanned(text);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <button
        type="button"
        className={styles.scan}
        aria-label={t('scan.button', { name: label })}
        title={t(nothing ? 'scan.nothing' : 'scan.button', { name: label })}
        onClick={() => input.current?.click()}
      >
        <ScanLine size={16} aria-hidden="true" />
      </button>
      <span role="status" className={nothing ? styles.unread : 'visually-hidden'}>
        {nothing && t('scan.nothing')}
      </span>
    </>
  );
}
