/** What concerns the whole flow: its name, who may start it, when it can be taken back, and what lists show. */
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { ChoiceSetting } from '@/components/editing/choice-setting';
import { Section, Setting } from '@/components/editing/setting';
import { BY_LABEL } from '@/components/searching';
import { DEFAULT_LANGUAGE, isLanguage } from '@/config/languages';
import { labelText } from '@/entities/field/label';
import { withOption } from '@/lib/editing/omit';
import { useCan } from '@/lib/session/me';

import { useEditor } from '../editor/editor';
import { faultFor, faultsBelow, findingsAt } from '../model/faults';
import type { Definition } from '../model/types';
import { StarterRules } from '../rules/starter-rules';

import { Head } from './head';
import { NameSetting } from './name-setting';

const WITHDRAW = ['before_first_decision', 'anytime'] as const;
const MOST_SUMMED = 5;

export function FlowSettings() {
  const { t, i18n } = useTranslation('flows-editor');
  const language = isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
  const { definition, form, words, findings, change } = useEditor();
  const builds = useCan()('forms.build');
  const found = findingsAt(findings, null);
  const set = <K extends keyof Definition>(part: K, value: Definition[K] | undefined, about?: string) =>
    change(withOption<Definition, K>(definition, part, value), about);
  const formName = labelText(form.name, language);

  return (
    <>
      <Head
        title={t('flow.settings')}
        about={t('flow.about')}
        findings={found.filter(({ at }) => at === 'steps' || at === '')}
      />
      <Section title={t('setting.basics')}>
        <NameSetting
          label={t('flow.name')}
          value={definition.name}
          error={faultFor(found, 'name')}
          onChange={(name) => set('name', name, 'flow/name')}
        />
        <Setting label={t('flow.description')} error={faultFor(found, 'description')}>
          {(input) => (
            <Input.TextArea
              {...input}
              className="grows"
              maxLength={2000}
              value={definition.description ?? ''}
              onChange={({ target }) =>
                set('description', target.value === '' ? undefined : target.value, 'flow/description')
              }
            />
          )}
        </Setting>
        <p>
          {t('flow.form')} {builds ? <Link to={`/manage/forms/${form.id}`}>{formName}</Link> : formName}
        </p>
      </Section>
      <Section title={t('rules.starters.title')}>
        <StarterRules
          value={definition.initiators ?? []}
          faults={faultsBelow(found, 'initiators')}
          onChange={(starters) => set('initiators', starters.length > 0 ? starters : undefined)}
        />
      </Section>
      <Section title={t('flow.more')}>
        <ChoiceSetting
          label={t('flow.withdraw')}
          value={definition.withdraw ?? 'before_first_decision'}
          options={WITHDRAW.map((when) => ({
            value: when,
            label: t(`withdraw.${when}`),
            about: t(`withdraw.${when}Text`),
          }))}
          onChange={(when) => set('withdraw', when === 'anytime' ? when : undefined)}
        />
        <Setting label={t('flow.summary')} hint={t('flow.summaryHint')} error={faultFor(found, 'summary')}>
          {(input) => (
            <Select
              {...input}
              mode="multiple"
              maxCount={MOST_SUMMED}
              value={definition.summary ?? []}
              placeholder={t('flow.summaryUsual')}
              showSearch={BY_LABEL}
              options={words.fields
                .filter(({ kind }) => kind !== 'opaque')
                .map(({ id, name }) => ({ value: id, label: name }))}
              labelRender={({ value, label }) =>
                words.fields.some(({ id }) => id === value) ? label : t('rules.goneField')
              }
              onChange={(chosen) => set('summary', chosen.length > 0 ? chosen : undefined)}
            />
          )}
        </Setting>
      </Section>
    </>
  );
}
