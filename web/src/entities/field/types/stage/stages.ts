/** The stages of a field: over all its pipelines, by name, and what one asks for. Pure. */
import type { Language } from '@/config/languages';

import type { Choice, Field, FieldOptions, Pipeline, Stage } from '../../definition';
import { labelText } from '../../label';

export const COLORS = ['gray', 'blue', 'cyan', 'green', 'yellow', 'orange', 'red', 'purple'] as const;
export const MOST_STAGES = 30;
export const MOST_PIPELINES = 10;

export const pipelinesOf = ({ options }: Field): Pipeline[] => options?.pipelines ?? [];

export const stagesOf = (field: Field): Stage[] => pipelinesOf(field).flatMap(({ stages }) => stages);

/** The value of the stage where a new record begins. */
export const firstStage = (field: Field): string => stagesOf(field)[0]?.value ?? '';

/** Those of today, then those that the form had once: a record may stand in one of them still. */
export const knownStages = (field: Field): (Stage | Choice)[] => [
  ...stagesOf(field),
  ...(field.retired ?? []).filter(({ value }) => !stagesOf(field).some((stage) => stage.value === value)),
];

export function stageName(field: Field, value: string, language: Language): string {
  const stage = knownStages(field).find((each) => each.value === value);
  return labelText(stage?.name, language) || value;
}

/** The pipeline that a record of that stage is in; of a stage that is gone, and of none, the first. */
export function pipelineOf(field: Field, value: string): Pipeline | undefined {
  const pipelines = pipelinesOf(field);
  return pipelines.find(({ stages }) => stages.some((stage) => stage.value === value)) ?? pipelines[0];
}

export const pipelineName = ({ name, value }: Pipeline, language: Language): string =>
  labelText(name, language) || value;

/** Success is green and failure red where the builder has not said otherwise. */
export function colorOf(stage: Stage | Choice | undefined): string {
  if (stage?.color) return stage.color;
  const kind = stage && 'kind' in stage ? stage.kind : undefined;
  return kind === 'won' ? 'green' : kind === 'lost' ? 'red' : kind === 'paused' ? 'gray' : 'blue';
}

/** Fields that have to be filled in before the stage, in the order of the form. */
export function askedFields(stage: Stage, fields: Field[]): Field[] {
  const asked = [...(stage.required ?? []), stage.reason];
  return fields.filter(({ id }) => asked.includes(id));
}

/** Values that no longer stand in any pipeline, of those that the published form has. */
export function removedStages(field: Field, before: Field | undefined): Stage[] {
  const left = new Set(stagesOf(field).map(({ value }) => value));
  return before ? stagesOf(before).filter(({ value }) => !left.has(value)) : [];
}

/** One stage anew, with those that may follow it or be followed by it under its new value. */
export function withStage(options: FieldOptions, from: string, stage: Stage): FieldOptions {
  const renamed = (value: string) => (value === from ? stage.value : value);
  const pipelines = (options.pipelines ?? []).map((pipeline) => ({
    ...pipeline,
    stages: pipeline.stages.map((each) => {
      const next = each.value === from ? stage : each;
      return next.to ? { ...next, to: next.to.map(renamed) } : next;
    }),
  }));
  const { moved } = options;
  if (!moved) return { ...options, pipelines };
  const kept = Object.entries(moved).map(([old, to]): [string, string] => [old, renamed(to)]);
  return { ...options, pipelines, moved: Object.fromEntries(kept) };
}

/** Without one stage, and without what named it. */
export function withoutStage(options: FieldOptions, value: string): FieldOptions {
  const pipelines = (options.pipelines ?? []).map((pipeline) => ({
    ...pipeline,
    stages: pipeline.stages
      .filter((each) => each.value !== value)
      .map((each) => (each.to ? { ...each, to: each.to.filter((to) => to !== value) } : each)),
  }));
  const moved = Object.entries(options.moved ?? {}).filter(([, to]) => to !== value);
  return withMoved({ ...options, pipelines }, Object.fromEntries(moved));
}

/** Where the records of removed stages go; stages that are there again go nowhere. */
export function withMoved(options: FieldOptions, moved: Record<string, string>): FieldOptions {
  const there = new Set((options.pipelines ?? []).flatMap(({ stages }) => stages.map(({ value }) => value)));
  const left = Object.entries(moved).filter(([old]) => !there.has(old));
  const rest = Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'moved'));
  return left.length > 0 ? { ...rest, moved: Object.fromEntries(left) } : rest;
}

/** A value that no stage or pipeline has yet: the word with the next free number. */
export function freeValue(taken: string[], word: (number: number) => string): string {
  let number = 1;
  while (taken.includes(word(number))) number += 1;
  return word(number);
}
