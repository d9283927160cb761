/** A board of records: its columns, the question for each, and where a card stands while its move is on the way. Pure. */
import type { Condition } from '@/entities/condition/types';
import type { Choice } from '@/entities/field/definition';

import { alsoHolding } from '../list-query';

export interface Lane {
  /** '' is the lane of records without a value. */
  value: string;
  name: string;
  color: string;
}

/** A card that was put into another lane and waits for the server. */
export interface Move<Card> {
  card: Card;
  from: string;
  to: string;
}

/** The lanes of a board: one for each value, and first one for records that have none. */
export function lanesOf(
  choices: Choice[],
  words: { nameOf: (choice: Choice) => string; colorOf: (choice: Choice) => string; blank: string },
): Lane[] {
  return [
    { value: '', name: words.blank, color: 'gray' },
    ...choices.map((each) => ({
      value: each.value,
      name: words.nameOf(each),
      color: words.colorOf(each),
    })),
  ];
}

export function laneFilter(condition: Condition | null, by: string, value: string): Condition {
  return alsoHolding(condition, value === '' ? { field: by, op: 'empty' } : { field: by, op: 'eq', value });
}

/** The cards of a lane as they are to be shown: those on their way stand where they were put. */
export function cardsOf<Card extends { id: string }>(
  lane: string,
  cards: Card[],
  moves: Move<Card>[],
): Card[] {
  const coming = moves.filter(({ to }) => to === lane).map(({ card }) => card);
  const away = new Set(moves.map(({ card }) => card.id));
  return [...coming, ...cards.filter(({ id }) => !away.has(id))];
}
