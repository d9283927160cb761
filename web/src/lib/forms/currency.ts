/** How many places an amount has, as the server has it: two, but none in currencies without a smaller coin. */
const WITHOUT_COINS = ['JPY', 'KRW'];

export function minorUnits(currency: string): number {
  return WITHOUT_COINS.includes(currency) ? 0 : 2;
}
