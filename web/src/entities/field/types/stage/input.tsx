/** Which pipeline a new record begins; afterwards the stage is shown, and moved on the record's page. */
import { Select } from 'antd';

import { ComputedValue } from '../../inputs/computed-value';
import { chosenOf, common, type InputProps } from '../../inputs/input-props';
import styles from '../../inputs/inputs.module.css';
import { useLabelLanguage } from '../../label';

import { pipelineName, pipelineOf, pipelinesOf, stageName } from './stages';

export function Input(props: InputProps) {
  const { field, entry, value, id, onChange } = props;
  const language = useLabelLanguage();
  const pipelines = pipelinesOf(field);
  const [stage = ''] = chosenOf(value);
  if (entry?.stored || pipelines.length < 2) {
    const first = entry?.stored ? '' : (pipelines[0]?.stages[0]?.value ?? '');
    return <ComputedValue field={field} id={id} result={stage || first} />;
  }
  return (
    <Select<string>
      {...common(props)}
      className={styles.wide ?? ''}
      value={pipelineOf(field, stage)?.value ?? null}
      options={pipelines.map((each) => ({
        value: each.value,
        label: `${pipelineName(each, language)} · ${stageName(field, each.stages[0]?.value ?? '', language)}`,
      }))}
      onChange={(chosen) => onChange(pipelines.find((each) => each.value === chosen)?.stages[0]?.value ?? '')}
    />
  );
}
