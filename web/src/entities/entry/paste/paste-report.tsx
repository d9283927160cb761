/** What came of a paste: how much was taken, what has to be looked at and how to get there, and what found no place. */
import { Button } from 'antd';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { toast } from '@/components/toast';
import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';

import { focusNext } from '../focus';
import type { Entry } from '../use-entry';

import { textOfCells } from './clipboard';
import styles from './paste-report.module.css';
import type { Pasted, Skipped } from './paste-rows';

interface Props {
  lines: Field;
  entry: Pick<Entry, 'messages' | 'doubts' | 'settle'>;
  report: Pasted;
  close: () => void;
}

export function PasteReport({ lines, entry, report, close }: Props) {
  const { t } = useTranslation('entry');
  const last = useRef<string | null>(null);
  const within = (path: string) => path.startsWith(`${lines.id}/`);
  const wrong = Object.keys(entry.messages).filter(within);
  const doubtful = Object.keys(entry.doubts).filter(within);
  const go = (paths: string[]) => {
    last.current = focusNext(paths, last.current);
  };
  return (
    <div className={styles.report} data-wrong={wrong.length > 0 || report.left !== null}>
      <div className={styles.lines}>
        <p role="status" className={styles.line}>
          {t('paste.done', { count: report.touched.length })}
          {wrong.length > 0 && <strong>{t('paste.wrong', { count: wrong.length })}</strong>}
        </p>
        {wrong.length > 0 && (
          <Button size="small" onClick={() => go(wrong)}>
            {t('paste.next')}
          </Button>
        )}
        {doubtful.length > 0 && (
          <div className={styles.line}>
            <span>{t('paste.doubts', { count: doubtful.length })}</span>
            <Button size="small" onClick={() => go(doubtful)}>
              {t('paste.look')}
            </Button>
            <Button size="small" type="text" onClick={() => entry.settle(doubtful)}>
              {t('paste.settled')}
            </Button>
          </div>
        )}
        {report.left && <Left report={report} left={report.left} />}
        <SkippedColumns skipped={report.skipped} />
      </div>
      <button type="button" className={styles.close} aria-label={t('paste.close')} onClick={close}>
        <X size={15} aria-hidden="true" />
      </button>
    </div>
  );
}

function Left({ report, left }: { report: Pasted; left: NonNullable<Pasted['left']> }) {
  const { t } = useTranslation('entry');
  const count = left.cells.length;
  const copy = () =>
    navigator.clipboard.writeText(textOfCells(left.cells)).then(
      () => toast(t('paste.copied', { count })),
      () => toast(t('paste.notCopied')),
    );
  return (
    <div className={styles.left}>
      <p>
        {t('paste.left', {
          count,
          total: report.total,
          room: report.total - count,
          most: report.most,
          rows: count === 1 ? left.first : `${left.first}–${report.total}`,
        })}
      </p>
      <Button size="small" onClick={() => void copy()}>
        {t('paste.copy', { count })}
      </Button>
      <details>
        <summary>{t('paste.show')}</summary>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard. */}
        <pre className={styles.rows} tabIndex={0}>
          {textOfCells(left.cells)}
        </pre>
      </details>
    </div>
  );
}

function SkippedColumns({ skipped }: { skipped: Skipped[] }) {
  const { t } = useTranslation('entry');
  const language = useLabelLanguage();
  const nameOf = ({ name }: Skipped) => (typeof name === 'string' ? name : labelText(name.name, language));
  return (['computed', 'files', 'unknown', 'beyond'] as const).map((why) => {
    const found = skipped.filter((each) => each.why === why);
    if (found.length === 0) return null;
    const names = found.map((each) => t('paste.quoted', { name: nameOf(each) })).join(t('files.separator'));
    return (
      <p key={why} className={styles.skipped}>
        {t(`paste.skipped.${why}`, { names, count: found.length })}
      </p>
    );
  });
}
