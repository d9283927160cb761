import { Button, Form, Select } from 'antd';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';
import { EditForm } from '@/components/edit-form';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { TextInput } from '@/components/text-input';
import { LANGUAGE_NAMES, LANGUAGES } from '@/config/languages';
import { useCan } from '@/lib/session/me';

import { useChangeCompany, useCompany, type Company } from './api';
import styles from './company/company.module.css';
import { PlanCard } from './company/plan-card';
import { ZoneSelect } from './company/zone-select';

const MAX_NAME = 100;

export function Page() {
  const { t } = useTranslation('tenancy');
  const { data: company, error, refetch } = useCompany();
  return (
    <Frame title={t('company.title')} width="narrow">
      {company ? (
        <Stack>
          <Basics company={company} />
          <PlanCard company={company} />
          <Identity company={company} />
        </Stack>
      ) : (
        <Card>
          {error ? <ErrorState error={error} again={() => void refetch()} /> : <Skeleton rows={6} />}
        </Card>
      )}
    </Frame>
  );
}

type Values = Pick<Company, 'name' | 'language' | 'zone'>;

function Basics({ company }: { company: Company }) {
  const { t } = useTranslation('tenancy');
  const manages = useCan()('company.manage');
  const save = useChangeCompany();
  const { name, language, zone, version, read_only: over } = company;
  return (
    <Card title={t('company.basics')}>
      {!manages && <p className={styles.locked}>{t('company.locked')}</p>}
      <EditForm<Values>
        saved={{ name, language, zone }}
        version={version}
        disabled={!manages || over}
        onSubmit={(values, read) => save.mutateAsync({ body: values, version: read })}
      >
        <Form.Item
          name="name"
          label={t('company.name')}
          extra={t('company.nameHint')}
          rules={[{ required: true, whitespace: true, message: t('company.nameMissing') }]}
        >
          <TextInput maxLength={MAX_NAME} />
        </Form.Item>
        <Form.Item name="language" label={t('company.language')} extra={t('company.languageHint')}>
          <Select options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} />
        </Form.Item>
        <Form.Item name="zone" label={t('company.zone')} extra={t('company.zoneHint')}>
          <ZoneSelect />
        </Form.Item>
      </EditForm>
    </Card>
  );
}

/** What is needed when somebody of us is asked about this company. */
function Identity({ company: { id, created_at } }: { company: Company }) {
  const { t } = useTranslation('tenancy');
  const [copied, setCopied] = useState(false);
  return (
    <Card title={t('company.id')}>
      <p className={styles.id}>
        <code>{id}</code>
        <Button
          size="small"
          icon={<Copy size={14} aria-hidden="true" />}
          onClick={() => void navigator.clipboard.writeText(id).then(() => setCopied(true))}
        >
          {t(copied ? 'company.copied' : 'company.copy')}
        </Button>
      </p>
      <p className={styles.hint}>
        {t('company.idHint')} {t('company.created')} <DateText value={created_at} as="date" />
      </p>
    </Card>
  );
}
