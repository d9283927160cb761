/** The working days of the company, as formulas ask for them: an input of evaluation, never a call. */
import { FormulaError } from './faults';
import { Day } from './values';

/** A year as the API tells it: free days and worked weekends, ISO dates. */
export interface CalendarYear {
  year: number;
  holidays: readonly string[];
  workdays: readonly string[];
}

interface Year {
  /** Weekdays that are free and weekends that are worked. */
  free: ReadonlySet<string>;
  worked: ReadonlySet<string>;
}

/** 0 is Monday. */
export const weekdayOf = ({ number }: Day): number => (((number + 3) % 7) + 7) % 7;

const isWeekend = (day: Day): boolean => weekdayOf(day) >= 5;

/** Only `years` are known: of another nobody can say which days are free, so it is an error that names the year. */
export class Calendar {
  /** Years that were asked for and are not known. */
  readonly missing = new Set<number>();
  private readonly years: ReadonlyMap<number, Year>;

  constructor(years: readonly CalendarYear[] = []) {
    this.years = new Map(
      years.map(({ year, holidays, workdays }) => {
        const worked = new Set(workdays);
        const free = holidays.filter((each) => !worked.has(each) && !isWeekend(Day.of(each)));
        return [
          year,
          { free: new Set(free), worked: new Set(workdays.filter((each) => isWeekend(Day.of(each)))) },
        ];
      }),
    );
  }

  /** Throws FormulaError formula_calendar_missing. */
  isWorkday(day: Day): boolean {
    const text = day.iso();
    const { free, worked } = this.year(Number(text.slice(0, 4)));
    return isWeekend(day) ? worked.has(text) : !free.has(text);
  }

  /** Days worked from `first` to `last`, both included. Throws FormulaError formula_calendar_missing. */
  workdays(first: Day, last: Day): number {
    const [low, high] = [first.iso(), last.iso()];
    let total = weekdays(first, last);
    for (let number = Number(low.slice(0, 4)); number <= Number(high.slice(0, 4)); number += 1) {
      const { free, worked } = this.year(number);
      total += within(worked, low, high) - within(free, low, high);
    }
    return total;
  }

  private year(number: number): Year {
    const found = this.years.get(number);
    if (found) return found;
    this.missing.add(number);
    throw new FormulaError('formula_calendar_missing', 0, { year: number });
  }
}

const within = (days: ReadonlySet<string>, low: string, high: string): number =>
  [...days].filter((each) => low <= each && each <= high).length;

/** Mondays to Fridays from `first` to `last`, both included. */
function weekdays(first: Day, last: Day): number {
  const days = last.number - first.number + 1;
  let total = Math.floor(days / 7) * 5;
  for (let rest = 0; rest < days % 7; rest += 1) {
    if ((weekdayOf(first) + rest) % 7 < 5) total += 1;
  }
  return total;
}

export const NO_CALENDAR = new Calendar();
