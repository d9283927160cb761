/** Which sheet of a file is meant, and in which row the names of the columns stand. */
import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { Spreadsheet } from './api';
import styles from './spreadsheet.module.css';

interface Props {
  table: Pick<Spreadsheet, 'sheets' | 'sheet' | 'head' | 'top'>;
  onChange: (chosen: { sheet: number; head?: number }) => void;
}

const SHOWN = 12;

export function HeadChoice({ table: { sheets, sheet, head, top }, onChange }: Props) {
  const { t } = useTranslation('spreadsheet');
  const id = useId();
  const width = Math.max(0, ...top.map(({ cells }) => cells.length));
  const rows = [
    { value: 0, label: t('noHead') },
    ...top.map(({ row }) => ({ value: row, label: t('row', { row }) })),
  ];
  return (
    <div className={styles.choice}>
      <div className={styles.selects}>
        {sheets.length > 1 && (
          <label htmlFor={`${id}-sheet`} className={styles.labelled}>
            {t('sheet')}
            <Select
              id={`${id}-sheet`}
              value={sheet}
              options={sheets.map(({ name, hidden }, index) => ({
                value: index,
                label: hidden ? t('hidden', { name }) : name,
              }))}
              onChange={(chosen: number) => onChange({ sheet: chosen })}
            />
          </label>
        )}
        <label htmlFor={`${id}-head`} className={styles.labelled}>
          {t('head')}
          <Select
            id={`${id}-head`}
            value={head}
            options={rows}
            onChange={(chosen: number) => onChange({ sheet, head: chosen })}
          />
        </label>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard. */}
      <div className={styles.scroll} role="group" aria-label={t('top')} tabIndex={0}>
        <table className={styles.grid}>
          <tbody>
            {top.slice(0, SHOWN).map(({ row, cells }) => (
              <tr key={row} data-head={row === head} data-above={row < head}>
                <th scope="row">{row}</th>
                {Array.from({ length: width }, (_, column) => (
                  <td key={column}>{cells[column] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
