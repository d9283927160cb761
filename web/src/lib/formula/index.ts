/**
 * The formula language of forms, for live results while somebody types. The server has the same language and its answer
 * is the one that is stored; `tests/contracts/formula_cases.json` holds both to the same answers.
 */
export { Calendar, type CalendarYear } from './calendar';
export { infer, type Names } from './checking';
export { Budget, evaluate, type Scope } from './evaluating';
export { FormulaError } from './faults';
export { FUNCTIONS } from './functions';
export { passed } from './functions/base';
export { calledIn, references, type Node } from './nodes';
export { parse } from './parsing';
export { Day, decimal, kindOf, numberText, roundPlaces, type Kind, type Value } from './values';
