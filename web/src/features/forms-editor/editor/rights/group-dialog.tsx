/** Everything that a permission group says, in four parts: whom, which records, what may be done, which fields. */
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { Section } from '@/components/editing/setting';
import { labelText } from '@/entities/field/label';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, type Fault } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';

import { LabelSetting } from '../label-setting';

import { AudienceSetting } from './audience-setting';
import { FieldLevels } from './field-levels';
import { ACTIONS, isGiven, withAction, type Group } from './model';
import styles from './rights.module.css';
import { RowsSetting } from './rows-setting';
import { useSentence } from './use-sentence';

export interface GroupProps {
  group: Group;
  /** Settings as the group calls them: `audience/roles`, `rows/any/0`. */
  faults: Fault[];
  onChange: (group: Group) => void;
}

export function GroupDialog({ onClose, ...props }: GroupProps & { onClose: () => void }) {
  const { t } = useTranslation('forms-editor');
  const { language, mayGive } = useEditor();
  const { group, faults, onChange } = props;
  const { main, more } = useSentence(group);
  const actionFault = faultFor(faults, 'actions');
  return (
    <Dialog
      open
      place="broad"
      title={labelText(group.name, language) || t('rights.group')}
      onClose={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('rights.done')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p className={styles.sentence} aria-live="polite">
          {[main, ...more].map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        <LabelSetting
          label={t('rights.name')}
          otherLabel={t('rights.nameOther')}
          value={group.name ?? ''}
          language={language}
          maxLength={100}
          error={faultFor(faults, 'name')}
          onChange={(name) => onChange(withOption(group, 'name', name === '' ? undefined : name))}
        />
        <AudienceSetting {...props} />
        <RowsSetting {...props} />
        <Section title={t('rights.may')}>
          {ACTIONS.map((action) => {
            const on = group.actions?.includes(action) === true;
            const locked = !on && !isGiven({ ...group, actions: [action] }, mayGive);
            return (
              <Checkbox
                key={action}
                checked={on}
                disabled={locked}
                onChange={({ target }) => onChange(withAction(group, action, target.checked))}
              >
                {t(`rights.actionLabel.${action}`)}
                {locked && <span className={styles.about}> {t('rights.actionLocked')}</span>}
              </Checkbox>
            );
          })}
          {actionFault && <p className={styles.fault}>{actionFault}</p>}
        </Section>
        <FieldLevels {...props} />
      </div>
    </Dialog>
  );
}
