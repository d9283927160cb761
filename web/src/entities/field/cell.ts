/** What one input of a field holds: text as typed, ids, files. It becomes a record's value only when it is sent. */

export interface FileRef {
  /** '' until it is there. */
  id: string;
  name: string;
  size: number;
  /** Uploaded since the record was last saved. */
  fresh?: true;
  /** Of a file that is not there yet. */
  upload?: Upload;
}

/** `lost`: the page was left before the file was there; a device keeps what was typed, but not files. */
export interface Upload {
  key: string;
  state: 'sending' | 'failed' | 'lost';
  problem?: string;
  /** The server does not take this file, however often it is sent. */
  final?: true;
}

export type Misread =
  | 'option'
  | 'options'
  | 'optionSeveral'
  | 'day'
  | 'moment'
  | 'time'
  | 'range'
  | 'member'
  | 'memberSeveral'
  | 'department'
  | 'departmentSeveral'
  | 'record'
  | 'recordSeveral'
  | 'lookup'
  | 'region'
  | 'regionSeveral';

/** What was pasted and says nothing that the field could hold. It stays in sight until somebody mends it. */
export interface Unparsed {
  raw: string;
  why: Misread;
  /** The part of it that is not understood. */
  part: string;
  /** The others of several, that are. */
  known?: string[];
}

export type Cell = string | string[] | FileRef[] | Unparsed;

/** What `@today` and `@me` mean, and in which zone moments are typed. */
export interface Circumstances {
  zone: string;
  today: string;
  memberId: string;
}

/** What can be told of a cell while somebody fills in, before the server says the last word: a key of our words. */
export interface Complaint {
  code:
    | 'required'
    | 'rows'
    | 'number'
    | 'places'
    | 'min'
    | 'max'
    | 'fewer'
    | 'more'
    | 'shorter'
    | 'longer'
    | 'unsent'
    | 'email'
    | 'phone'
    | 'mobile'
    | 'url'
    | 'idNumber'
    | 'idNumberOld'
    | 'idNumberRegion'
    | 'idNumberDate'
    | 'idNumberCheck'
    | 'creditCode'
    | 'rangeOrder'
    | 'address'
    | 'postcode'
    | 'location'
    | 'twice'
    | Misread;
  limit: string;
}

export function isUnparsed(cell: unknown): cell is Unparsed {
  return typeof cell === 'object' && cell !== null && !Array.isArray(cell);
}

/** Nobody has filled it in. What is not understood is no blank. */
export function isBlankCell(cell: string | unknown[] | Unparsed | undefined): boolean {
  if (isUnparsed(cell)) return false;
  return cell === undefined || cell.length === 0 || (typeof cell === 'string' && cell.trim() === '');
}
