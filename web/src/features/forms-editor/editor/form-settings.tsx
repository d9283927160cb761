/** What concerns the whole form: its name, what a record is called, what lists show, and who may use it. */
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { Section, Setting } from '@/components/editing/setting';
import { Popover } from '@/components/popover';
import { BY_LABEL } from '@/components/searching';
import { mayBeListed, mayBeTitle } from '@/entities/field/editing/designs';
import { labelText } from '@/entities/field/label';
import { withListed } from '@/entities/form/editing/changes';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';

import { FlowLink } from '../flow-link';
import { titleShown, titleStored } from '../model/title-text';

import { AccessSettings } from './access-settings';
import { ApprovalChoice } from './approval-choice';
import { BalanceSettings } from './balances/balance-settings';
import { DuplicateSettings } from './duplicates/duplicate-settings';
import styles from './form-settings.module.css';
import { LabelSetting } from './label-setting';
import { LookSettings } from './look-settings';
import headings from './properties.module.css';
import { RightsSettings } from './rights/rights-settings';
import { RuleSettings } from './rules/rule-settings';
import { TogetherSettings } from './together-settings';

const MOST_LISTED = 20;
/** A form that has a flow. */
const PUBLISHED = { approval: '', published_version: 1, archived: false } as const;

export function FormSettings() {
  const { t } = useTranslation('forms-editor');
  const { formId, flowId, definition, language, faults: all, change } = useEditor();
  const faults = all.filter(({ place }) => place === undefined);
  const nameOf = (id: string) => {
    const field = definition.fields.find((each) => each.id === id);
    return field ? labelText(field.name, language) : id;
  };
  const titled = definition.fields.filter(({ type }) => mayBeTitle(type));
  const title = titleShown(definition.title ?? '', titled, language);
  const writeTitle = (text: string) => {
    const stored = titleStored(text, titled, language);
    change(withOption(definition, 'title', stored || undefined), 'form/title');
  };

  return (
    <div className={headings.properties}>
      <header className={headings.header}>
        <h2 className={headings.title}>{t('form.settings')}</h2>
        <p className={headings.about}>{t('form.settingsAbout')}</p>
        {faults
          .filter(({ setting }) => setting === 'fields')
          .map(({ message }) => (
            <p key={message} className={headings.fault} role="alert">
              {message}
            </p>
          ))}
      </header>
      <Section title={t('setting.basics')}>
        <LabelSetting
          label={t('form.name')}
          otherLabel={t('form.nameOther')}
          value={definition.name}
          language={language}
          maxLength={100}
          error={faultFor(faults, 'name')}
          onChange={(name) => change({ ...definition, name }, 'form/name')}
        />
        <LabelSetting
          label={t('form.description')}
          otherLabel={t('form.descriptionOther')}
          value={definition.description}
          language={language}
          maxLength={1000}
          multiline
          error={faultFor(faults, 'description')}
          onChange={(description) => {
            change(withOption(definition, 'description', description || undefined), 'form/description');
          }}
        />
      </Section>
      <LookSettings />
      <Section title={t('form.records')}>
        <Setting label={t('form.title')} hint={t('form.titleHint')} error={faultFor(faults, 'title')}>
          {(input) => (
            <Input
              {...input}
              maxLength={200}
              value={title}
              onChange={({ target }) => writeTitle(target.value)}
            />
          )}
        </Setting>
        {titled.length > 0 && (
          <Popover className={styles.insert ?? ''} button={t('form.titleInsert')}>
            {(close) => (
              <ul className={styles.options}>
                {titled.map((field) => (
                  <li key={field.id}>
                    <button
                      type="button"
                      className={styles.option}
                      onClick={() => {
                        close();
                        writeTitle(`${title}${title === '' ? '' : ' '}[${labelText(field.name, language)}]`);
                      }}
                    >
                      {labelText(field.name, language)}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </Popover>
        )}
        <Setting label={t('form.list')} hint={t('form.listHint')} error={faultFor(faults, 'list')}>
          {(input) => (
            <Select
              {...input}
              mode="multiple"
              maxCount={MOST_LISTED}
              value={definition.list ?? []}
              placeholder={t('form.listUsual')}
              showSearch={BY_LABEL}
              options={definition.fields
                .filter(({ type }) => mayBeListed(type))
                .map(({ id }) => ({ value: id, label: nameOf(id) }))}
              onChange={(listed) => change(withListed(definition, listed))}
            />
          )}
        </Setting>
      </Section>
      <AccessSettings faults={faults} />
      <RightsSettings faults={faults} />
      <RuleSettings faults={faults} />
      <TogetherSettings faults={faults} />
      <BalanceSettings faults={faults} />
      <DuplicateSettings faults={faults} />
      <Section title={t('approval.title')}>
        {flowId === '' ? (
          <ApprovalChoice
            value={definition.approval}
            hint={definition.approval === undefined ? t('approval.open') : undefined}
            onChange={(approval) => change({ ...definition, approval })}
          />
        ) : (
          <p>
            {t('approval.has')} <FlowLink form={{ ...PUBLISHED, id: formId, flow_id: flowId }} />
          </p>
        )}
      </Section>
    </div>
  );
}
