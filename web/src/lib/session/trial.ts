/** From this many days on, the end of the trial is said with emphasis. */
export const SOON_DAYS = 3;
