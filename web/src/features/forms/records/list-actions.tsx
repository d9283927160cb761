/** What can be done with the list as a whole, at the head of its page. */
import { Button } from 'antd';
import { FileUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Form } from '@/entities/form/api';

import type { Asked } from './api';
import { ExportButton } from './export/export-button';
import styles from './records-page.module.css';

interface Props {
  form: Form;
  /** What the list shows now. */
  asked: Asked;
  onCreate: (() => void) | null;
}

export function ListActions({ form, asked, onCreate }: Props) {
  const { t } = useTranslation('forms');
  return (
    <>
      <Link to={`/forms/${form.id}/bin`} className={styles.bin}>
        <Trash2 size={15} aria-hidden="true" />
        {t('bin.title')}
      </Link>
      {form.can_import && (
        <Link to={`/forms/${form.id}/import`} className={styles.bin}>
          <FileUp size={15} aria-hidden="true" />
          {t('records.import')}
        </Link>
      )}
      <ExportButton form={form} asked={asked} />
      {onCreate && (
        <Button type="primary" icon={<Plus size={16} aria-hidden="true" />} onClick={onCreate}>
          {t('records.new')}
        </Button>
      )}
    </>
  );
}
