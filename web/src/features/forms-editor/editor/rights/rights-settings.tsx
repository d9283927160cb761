/** Permission groups: who sees which records, which of their fields, and what they may do with them. */
import { Button } from 'antd';
import { Eye, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';
import { Popover } from '@/components/popover';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, type Fault } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';

import { GroupCard } from './group-card';
import { GroupDialog } from './group-dialog';
import { isGiven, MOST_GROUPS, newGroup, newId, PRESETS, type Group } from './model';
import styles from './rights.module.css';
import { ViewAs } from './view-as';

export function RightsSettings({ faults }: { faults: Fault[] }) {
  const { t } = useTranslation('forms-editor');
  const { definition, published, mayGive, change } = useEditor();
  const [open, setOpen] = useState<string | null>(null);
  const [looking, setLooking] = useState(false);
  const access = definition.access ?? {};
  const groups = (access.groups ?? []) as Group[];
  const set = (next: Group[], about?: string) =>
    change(
      { ...definition, access: withOption(access, 'groups', next.length > 0 ? next : undefined) },
      about && `form/access/${about}`,
    );
  const add = (preset: (typeof PRESETS)[number] | null) => {
    const id = newId();
    set([...groups, newGroup(id, preset)]);
    setOpen(id);
  };
  const edited = groups.find(({ id }) => id === open);
  const index = groups.findIndex(({ id }) => id === open);
  return (
    <Section title={t('rights.title')}>
      <p className={styles.about}>{t('rights.about')}</p>
      {groups.map((group, at) => (
        <GroupCard
          key={group.id}
          group={group}
          number={at + 1}
          fault={faultFor(faults, `access/groups/${String(at)}`)}
          onOpen={() => setOpen(group.id)}
          onRemove={() => set(groups.filter(({ id }) => id !== group.id))}
        />
      ))}
      {groups.length === 0 && <p className={styles.about}>{t('rights.usual')}</p>}
      {!mayGive.read_all && <p className={styles.about}>{t('rights.locked')}</p>}
      <div className={styles.buttons}>
        {groups.length < MOST_GROUPS && (
          <Popover
            place="start"
            className={styles.add ?? ''}
            button={
              <>
                <Plus size={15} aria-hidden="true" />
                {t('rights.add')}
              </>
            }
          >
            {(close) => (
              <ul className={styles.presets}>
                {[...PRESETS, null].map((preset) => (
                  <li key={preset ?? 'blank'}>
                    <button
                      type="button"
                      className={styles.preset}
                      disabled={!isGiven(newGroup('', preset), mayGive)}
                      onClick={() => {
                        close();
                        add(preset);
                      }}
                    >
                      {t(`rights.preset.${preset ?? 'blank'}`)}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </Popover>
        )}
        {published && mayGive.read_all && (
          <Button icon={<Eye size={15} aria-hidden="true" />} onClick={() => setLooking(true)}>
            {t('rights.viewAs')}
          </Button>
        )}
      </div>
      {edited && (
        <GroupDialog
          group={edited}
          faults={faults
            .filter(({ setting }) => setting.startsWith(`access/groups/${String(index)}/`))
            .map((fault) => ({ ...fault, setting: fault.setting.split('/').slice(3).join('/') }))}
          onChange={(next) =>
            set(
              groups.map((each) => (each.id === edited.id ? next : each)),
              `groups/${edited.id}`,
            )
          }
          onClose={() => setOpen(null)}
        />
      )}
      {looking && <ViewAs onClose={() => setLooking(false)} />}
    </Section>
  );
}
