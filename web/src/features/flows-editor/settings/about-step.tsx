/** What every step has: what it is, what can be done with it, and its name; further basics are children. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';

import { useEditor } from '../editor/editor';
import { IconOfStep } from '../editor/step-icon';
import { faultFor, findingsAt } from '../model/faults';
import type { Step } from '../model/types';

import { Head } from './head';
import { NameSetting } from './name-setting';
import type { PanelProps } from './panel';

interface Props extends PanelProps {
  step: Step;
  about: string;
  /** Faults that no setting below shows, by where they are; "" is the step itself. */
  own?: (at: string) => boolean;
  children?: ReactNode;
}

export function AboutStep({ step, about, own = (at) => at === '', onDone, children }: Props) {
  const { t } = useTranslation('flows-editor');
  const { findings, fresh, changeStep } = useEditor();
  const found = findingsAt(findings, { step: step.id });
  return (
    <>
      <Head
        icon={<IconOfStep step={step} />}
        title={t(`type.${step.type}`)}
        about={about}
        spot={{ step: step.id }}
        name={step.name}
        findings={found.filter(({ at }) => own(at))}
        onDone={onDone}
      />
      <Section title={t('setting.basics')}>
        <NameSetting
          label={t('setting.name')}
          value={step.name}
          error={faultFor(found, 'name')}
          fresh={fresh === step.id}
          onChange={(name) => changeStep({ ...step, name }, 'name')}
        />
        {children}
      </Section>
    </>
  );
}
