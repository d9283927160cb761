/** A day. */
export { DateInput as Input } from '../../inputs/date-input';
