/** The contract's types in the form in which `call.ts` and the features need them. */
import type { components, paths } from './schema';

export type Schemas = components['schemas'];
export type Method = 'get' | 'post' | 'put' | 'delete';
export type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;

/** The paths that know the method. */
export type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];

type Field<T, K extends string> = T extends Record<K, infer V> ? V : never;
type Content<T> = T extends { content: { 'application/json': infer V } } ? V : undefined;
type Success<T> = T extends { responses: infer R } ? R[Extract<keyof R, 200 | 201 | 202 | 204>] : never;

export type Answer<P extends keyof paths, M extends Method> = Content<Success<Operation<P, M>>>;
export type Body<P extends keyof paths, M extends Method> = Content<Field<Operation<P, M>, 'requestBody'>>;
export type PathParams<P extends keyof paths, M extends Method> = Field<
  Field<Operation<P, M>, 'parameters'>,
  'path'
>;
export type Query<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { parameters: { query?: infer Q } } ? Exclude<Q, undefined> : never;

/** A page of a list. */
export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}
