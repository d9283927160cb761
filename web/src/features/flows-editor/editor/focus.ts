import { keyOf, type Spot } from '../model/tree';

/** Of the button that selects the spot; null is where the flow starts. */
export const spotId = (spot: Spot | null): string => `spot-${keyOf(spot)}`;

/** After what is drawn anew stands where it belongs. */
export function focusSpot(spot: Spot | null): void {
  setTimeout(() => {
    const card = document.getElementById(spotId(spot));
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}
