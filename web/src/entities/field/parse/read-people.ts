/** Colleagues by name or e-mail address, departments by name or path; several in one cell. */
import { departmentPath } from '@/entities/member/departments';
import type { Schemas } from '@/lib/api/types';

import type { Cell, Misread } from '../cell';
import type { Field } from '../definition';

import type { NamedRecord } from './read-records';
import { folded, partsOf } from './reading';

export type Member = Schemas['DirectoryMember'];
export type Department = Schemas['DirectoryDepartment'];

/** What the directory answered about the texts that were pasted. */
export interface People {
  /** By what was asked for (`lookupOf`); one that could not be asked is missing. */
  members: Map<string, Member[]>;
  /** null: could not be read. */
  departments: Department[] | null;
  /** By `recordKey`; one that could not be asked is missing. */
  records: Map<string, NamedRecord[]>;
}

export const NO_PEOPLE: People = { members: new Map(), departments: null, records: new Map() };

interface Person {
  name: string;
  mail: string;
  department: string;
}

/** 张伟 (zhangwei@x.cn), 张伟 <zhangwei@x.cn>, 张伟（华东销售部） */
function personOf(text: string): Person {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const mail = /[^\s<>(),;]+@[^\s<>(),;]+/.exec(plain)?.[0] ?? '';
  const [, name = plain, aside = ''] = /^(.*?)\s*[<(]([^<>()]*)[>)]$/.exec(plain) ?? [];
  if (mail !== '') return { name: '', mail, department: '' };
  return { name, mail, department: aside };
}

/** What the directory has to be asked for so that the text can be read. */
export function lookupOf(text: string): string {
  const { name, mail } = personOf(text);
  return mail || name;
}

/** All that has to be asked for: a cell may hold several names, or one with a comma in it. */
export function lookupsOf(field: Field, text: string): string[] {
  const parts = field.options?.multiple ? [text, ...partsOf(text, () => false)] : [text];
  return [...new Set(parts.map(lookupOf))].filter((each) => each !== '');
}

export const readMembers = (field: Field, raw: string, people: People): Cell =>
  readNames(field, raw, memberIds(people), ['member', 'memberSeveral']);

export const readDepartments = (field: Field, raw: string, people: People): Cell =>
  readNames(field, raw, departmentIds(people), ['department', 'departmentSeveral']);

export function readNames(field: Field, raw: string, find: Find, [none, several]: [Misread, Misread]): Cell {
  const parts = field.options?.multiple ? partsOf(raw, (part) => (find(part)?.length ?? 0) > 0) : [raw];
  const known: string[] = [];
  let wrong: { part: string; why: Misread } | undefined;
  for (const part of parts) {
    const found = find(part);
    if (found?.length === 1) known.push(found[0] ?? '');
    else
      wrong ??= {
        part,
        why: !found ? 'lookup' : found.length > 1 ? several : none,
      };
  }
  const ids = [...new Set(known)];
  if (wrong) return { raw, ...wrong, known: field.options?.multiple ? ids : [] };
  return field.options?.multiple ? ids : (ids[0] ?? '');
}

/** Ids of what bears the name; null: nobody could be asked. */
type Find = (text: string) => string[] | null;

function memberIds({ members }: People): Find {
  return (text) => {
    const { name, mail, department } = personOf(text);
    const found = members.get(mail || name);
    if (!found) return null;
    const same = found.filter((each) =>
      mail !== '' ? folded(each.email) === folded(mail) : compact(each.name) === compact(name),
    );
    const there = same.filter((each) => folded(each.department) === folded(department));
    return (same.length > 1 && there.length > 0 ? there : same).map(({ id }) => id);
  };
}

function departmentIds({ departments }: People): Find {
  return (text) => {
    if (!departments) return null;
    const wanted = pathOf(text);
    const tail = (of: string[]) => of.slice(-wanted.length).join('/') === wanted.join('/');
    const paths = departments.map(({ id }) => ({ id, path: pathOf(departmentPath(departments, id)) }));
    const exact = paths.filter(({ path }) => path.length === wanted.length && tail(path));
    const found = exact.length === 1 ? exact : paths.filter(({ path }) => tail(path));
    if (found.length > 0) return found.map(({ id }) => id);
    // A name may itself hold what parts a path.
    return departments.filter(({ name }) => folded(name) === folded(text)).map(({ id }) => id);
  };
}

const pathOf = (text: string) =>
  text
    .normalize('NFKC')
    .split(/[/\\>→]|\s-\s/)
    .map(folded)
    .filter((part) => part !== '');

/** "王 小明" is 王小明; "Li Wei" stays apart from "Liwei" only by its space, which people leave out as well. */
const compact = (name: string) => folded(name).replaceAll(' ', '');
