import { useCan } from '@/lib/session/me';

import { NAVIGATION, type Group } from './navigation';

/** The navigation of this person: what he may not open is not there, nor a group that is empty then. */
export function useNavigation(): Group[] {
  const can = useCan();
  return NAVIGATION.map((group) => ({
    ...group,
    entries: group.entries.filter(({ needs }) => needs === undefined || can(needs)),
  })).filter(({ entries }) => entries.length > 0);
}
