/** At the head of a list: take its records out as a file. */
import { Button } from 'antd';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Form } from '@/entities/form/api';

import type { Asked } from '../api';

import { ExportDialog } from './export-dialog';

export function ExportButton({ form, asked }: { form: Form; asked: Asked }) {
  const { t } = useTranslation('forms');
  const [open, setOpen] = useState(false);
  if (!form.can_export) return null;
  return (
    <>
      <Button icon={<Download size={15} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('export.title')}
      </Button>
      {open && <ExportDialog form={form} asked={asked} onClose={() => setOpen(false)} />}
    </>
  );
}
