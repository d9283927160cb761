/** How many places the amounts of a currency have, as the server has it. */
const WITHOUT_COINS = ['JPY', 'KRW'];

/** Of a currency: two, but none in currencies without a smaller coin. */
export function minorUnits(currency: string): number {
  return WITHOUT_COINS.includes(currency) ? 0 : 2;
}
