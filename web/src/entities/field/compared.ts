/** In which ways duplicate rules compare values of a field; the server brings them into these normal forms. */
export type Way = 'exact' | 'company' | 'phone' | 'code';

export interface Compared {
  ways: Way[];
  /** What is likely meant. */
  usual: Way;
}

/** People write one thing in several ways. */
export const AS_TEXT: Compared = { ways: ['exact', 'company', 'phone', 'code'], usual: 'exact' };
export const AS_IT_IS: Compared = { ways: ['exact'], usual: 'exact' };
