/** From this many days on, those who can do something about it are told that the trial ends. */
export const SOON_DAYS = 5;
