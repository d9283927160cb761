/** The place of the device, or typed in. */
import { Button, Input as TextInput } from 'antd';
import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Cell, Complaint } from '../../cell';
import { checkNumber } from '../../checks';
import type { Field } from '../../definition';
import { common, type InputProps } from '../../inputs/input-props';
import { plainNumber } from '../../numbers';

import styles from './input.module.css';
import { cellOf, placeOf, type Place } from './place';

/** Of degrees: a decimetre. */
const PLACES = 6;
const PATIENCE = 15_000;
const PARTS = ['lat', 'lng', 'address'] as const;

type State = 'idle' | 'asking' | 'denied' | 'failed';

export function Input(props: InputProps) {
  const { t } = useTranslation('entry');
  const [state, setState] = useState<State>('idle');
  const { id, label, onChange } = props;
  const place = placeOf(props.value);
  const named = (name: string) => (label === undefined ? name : `${label} ${name}`);

  const locate = () => {
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        onChange(
          cellOf({
            ...place,
            lat: degrees(coords.latitude),
            lng: degrees(coords.longitude),
            accuracy: String(Math.round(coords.accuracy)),
          }),
        );
      },
      ({ code, PERMISSION_DENIED }) => setState(code === PERMISSION_DENIED ? 'denied' : 'failed'),
      { enableHighAccuracy: true, timeout: PATIENCE },
    );
  };
  const type = (part: (typeof PARTS)[number], text: string) => {
    const typed: Place = { ...place, [part]: text };
    // What somebody types in has no measured accuracy.
    if (part !== 'address') delete typed.accuracy;
    onChange(cellOf(typed));
  };
  return (
    <div className={styles.location}>
      <Button
        icon={<LocateFixed size={15} aria-hidden="true" />}
        loading={state === 'asking'}
        disabled={!('geolocation' in navigator)}
        onClick={locate}
      >
        {t('location.here')}
      </Button>
      {PARTS.map((part) => (
        <TextInput
          key={part}
          {...common(props)}
          id={part === 'lat' ? id : `${id}-${part}`}
          className={styles[part] ?? ''}
          aria-label={named(t(`location.${part}`))}
          placeholder={t(`location.${part}`)}
          inputMode={part === 'address' ? 'text' : 'decimal'}
          maxLength={part === 'address' ? 200 : 20}
          value={place[part] ?? ''}
          onChange={({ target }) => type(part, target.value)}
        />
      ))}
      <span role="status" className={styles.said}>
        {state === 'denied' || state === 'failed'
          ? t(`location.${state}`)
          : place.accuracy && t('location.accuracy', { metres: place.accuracy })}
      </span>
    </div>
  );
}

/** A position has more digits than it can know. */
const degrees = (value: number): string => value.toFixed(PLACES).replace(/\.?0+$/, '');

export function check(field: Field, cell: Cell): Complaint | null {
  const { lat, lng } = placeOf(cell);
  if (lat.trim() === '' || lng.trim() === '') return { code: 'location', limit: '' };
  const within = (limit: number): Field => ({
    ...field,
    options: { decimals: PLACES, min: -limit, max: limit },
  });
  return checkNumber(within(90), plainNumber(lat)) ?? checkNumber(within(180), plainNumber(lng));
}
