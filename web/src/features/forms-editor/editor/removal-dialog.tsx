/** What deleting a field would break, by name, and what becomes of what records hold. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { isFieldType } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useAllTypeWords } from '@/entities/field/type-words';
import { find } from '@/entities/form/editing/changes';
import { useEditor } from '@/entities/form/editing/editor';

import type { FieldUse } from '../api';

import styles from './removal-dialog.module.css';
import type { Asked, Removal } from './use-removal';

export function RemovalDialog({ asked, confirm, cancel }: Removal) {
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const name = asked ? labelText(find(definition, asked.place)?.name, language) || t('field.unnamed') : '';
  return (
    <Dialog
      open={asked !== null}
      title={t('removal.title', { name })}
      onClose={cancel}
      footer={
        <>
          <Button onClick={cancel}>{t('removal.cancel')}</Button>
          <Button danger type="primary" onClick={confirm}>
            {t('removal.confirm')}
          </Button>
        </>
      }
    >
      {asked && <Found {...asked} />}
    </Dialog>
  );
}

function Found({ found }: Asked) {
  const { t } = useTranslation('forms-editor');
  const told = useTold();
  if (!found) return <p>{t('removal.unknown')}</p>;
  return (
    <div className={styles.found}>
      {found.uses.length > 0 && (
        <>
          <p>{t('removal.uses')}</p>
          <ul className={styles.uses}>
            {[...new Set(found.uses.map(told))].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {found.stored && <p>{t('removal.stored')}</p>}
    </div>
  );
}

function useTold(): (use: FieldUse) => string {
  const { t } = useTranslation('forms-editor');
  const words = useAllTypeWords();
  return ({ kind, name, type = '', number = 0, node = '', form_name }) => {
    const what = {
      name: name || t('field.unnamed'),
      number,
      node,
      type: isFieldType(type) ? words(type, 'name') : '',
    };
    const text = t(`removal.use.${kind === 'flow' && node === '' ? 'flowCards' : kind}`, what);
    return form_name === '' ? text : t('removal.elsewhere', { form: form_name, text });
  };
}
