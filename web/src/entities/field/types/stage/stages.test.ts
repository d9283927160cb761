import { describe, expect, it } from 'vitest';

import type { Field, FieldOptions } from '../../definition';

import {
  askedFields,
  colorOf,
  knownStages,
  pipelineOf,
  removedStages,
  stageName,
  withMoved,
  withoutStage,
  withStage,
} from './stages';

const options: FieldOptions = {
  pipelines: [
    {
      value: 'sales',
      stages: [
        { value: 'begin', name: { 'zh-CN': '初步接洽', en: 'First contact' }, to: ['offer', 'lost'] },
        { value: 'offer', required: ['amount'], reason: 'why', to: ['begin'] },
        { value: 'lost', kind: 'lost' },
      ],
    },
    { value: 'renewal', stages: [{ value: 'again' }] },
  ],
};
const field: Field = { id: 's', type: 'stage', name: '阶段', options };

describe('stages', () => {
  it('are found over all pipelines, with those that the form had once', () => {
    const older = { ...field, retired: [{ value: 'gone', name: '旧阶段' }, { value: 'begin' }] };
    expect(knownStages(older).map(({ value }) => value)).toEqual(['begin', 'offer', 'lost', 'again', 'gone']);
    expect(stageName(older, 'gone', 'zh-CN')).toBe('旧阶段');
    expect(stageName(field, 'begin', 'en')).toBe('First contact');
    expect(stageName(field, 'unknown', 'en')).toBe('unknown');
  });

  it('tell the pipeline of a record; the first one of a stage that is gone', () => {
    expect(pipelineOf(field, 'again')?.value).toBe('renewal');
    expect(pipelineOf(field, 'gone')?.value).toBe('sales');
  });

  it('ask for their required fields and the reason, in the order of the form', () => {
    const fields: Field[] = ['why', 'other', 'amount'].map((id) => ({ id, type: 'text', name: id }));
    const offer = options.pipelines?.[0]?.stages[1];
    expect(askedFields(offer ?? { value: '' }, fields).map(({ id }) => id)).toEqual(['why', 'amount']);
  });

  it('have the colour of their kind until one is chosen', () => {
    expect(
      [{ value: 'a', kind: 'lost' as const }, { value: 'b' }, { value: 'c', color: 'purple' }].map(colorOf),
    ).toEqual(['red', 'blue', 'purple']);
  });
});

describe('changing stages', () => {
  it('keeps what may follow when a value changes', () => {
    const changed = withStage({ ...options, moved: { old: 'offer' } }, 'offer', {
      value: 'quote',
      to: ['begin'],
    });
    expect(changed.pipelines?.[0]?.stages.map(({ to }) => to)).toEqual([
      ['quote', 'lost'],
      ['begin'],
      undefined,
    ]);
    expect(changed.moved).toEqual({ old: 'quote' });
  });

  it('forgets a removed stage wherever it was named', () => {
    const left = withoutStage({ ...options, moved: { old: 'offer', older: 'lost' } }, 'offer');
    expect(left.pipelines?.[0]?.stages.map(({ value, to }) => [value, to])).toEqual([
      ['begin', ['lost']],
      ['lost', undefined],
    ]);
    expect(left.moved).toEqual({ older: 'lost' });
  });

  it('names published stages that are gone, until they are there again', () => {
    const left = withoutStage(options, 'offer');
    expect(removedStages({ ...field, options: left }, field).map(({ value }) => value)).toEqual(['offer']);
    expect(withMoved(left, { offer: 'lost' }).moved).toEqual({ offer: 'lost' });
    expect(withMoved(options, { offer: 'lost' })).not.toHaveProperty('moved');
  });
});
