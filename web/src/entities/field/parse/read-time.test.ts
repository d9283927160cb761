import { describe, expect, it } from 'vitest';

import { readTime } from './read-time';

describe('a time of day', () => {
  it.each([
    ['09:30', '09:30'],
    ['9:30', '09:30'],
    ['09:30:00', '09:30'],
    ['９：３０', '09:30'],
    ['下午3点05分', '15:05'],
    ['下午3点半', '15:30'],
    ['3:05 PM', '15:05'],
    ['3 p.m.', '15:00'],
    ['12:15 am', '00:15'],
    ['12:15 pm', '12:15'],
    ['中午12点', '12:00'],
    ['中午1点', '13:00'],
    ['9时', '09:00'],
    ['23:59', '23:59'],
  ])('%s', (raw, time) => expect(readTime(raw)).toBe(time));

  it.each(['24:00', '9:60', '930', 'soon', ''])('%s is none', (raw) => expect(readTime(raw)).toBeNull());
});
