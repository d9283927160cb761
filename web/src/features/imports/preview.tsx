/** The first records of the file as they would be imported; a faulty cell is marked and says why. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Check } from './api';
import styles from './imports.module.css';

interface Props {
  check: Check;
  mapping: Record<string, string>;
  stale: boolean;
}

const AT_FIRST = 50;

export function Preview({ check: { preview, counts, columns }, mapping, stale }: Props) {
  const { t } = useTranslation('imports');
  const [onlyFaulty, setOnlyFaulty] = useState(false);
  const [all, setAll] = useState(false);
  const shown = columns.filter(({ index }) => String(index) in mapping);
  const listed = preview.filter(({ faults }) => !onlyFaulty || faults.length > 0);
  return (
    <div className={styles.preview} aria-busy={stale}>
      <p role="status">
        {t('preview.counts', { records: counts.records, faulty: counts.faulty })}
        {!counts.complete && ` ${t('preview.partly', { count: counts.checked })}`}
      </p>
      {counts.faulty > 0 && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={onlyFaulty}
            onChange={({ target }) => setOnlyFaulty(target.checked)}
          />
          {t('preview.onlyFaulty')}
        </label>
      )}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard. */}
      <div className={styles.scroll} role="group" aria-label={t('preview.title')} tabIndex={0}>
        <table className={styles.grid} data-stale={stale}>
          <thead>
            <tr>
              <th scope="col">{t('preview.row')}</th>
              {shown.map(({ index, name }) => (
                <th key={index} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{t('preview.faults')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, all ? listed.length : AT_FIRST).flatMap((entry) =>
              entry.rows.map(({ row, cells }, place) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  {shown.map(({ index }, at) => (
                    <td
                      key={index}
                      data-faulty={entry.faults.some((fault) => fault.row === row && fault.column === index)}
                    >
                      {cells[at] ?? ''}
                      {place === 0 && entry.reads[String(index)] !== undefined && (
                        <span className={styles.reads}> → {entry.reads[String(index)]}</span>
                      )}
                    </td>
                  ))}
                  <td className={styles.faults}>
                    {place === 0 &&
                      entry.faults.map((fault) => (
                        <span key={fault.cell + fault.message}>
                          <b>{fault.cell}</b> {fault.message}
                        </span>
                      ))}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      {!all && listed.length > AT_FIRST && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t('preview.more', { count: listed.length })}
        </button>
      )}
    </div>
  );
}
