/** In which language, zone and company a pasted text is read. */
import type { DayContext } from './read-day';
import type { People } from './read-people';

export interface ReadContext extends DayContext {
  people: People;
}
