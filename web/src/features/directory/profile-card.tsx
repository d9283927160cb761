/** What one may change of oneself, and what others have set. */
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { EditForm } from '@/components/edit-form';
import { TextInput } from '@/components/text-input';
import { LANGUAGE_NAMES, LANGUAGES } from '@/config/languages';
import { changeLanguage } from '@/lib/i18n/i18n';
import { useMe, type Me } from '@/lib/session/me';
import { announce } from '@/lib/tabs/tabs';

import { useChangeMe } from './org-api';
import styles from './people.module.css';

type Values = Pick<Me, 'name' | 'language'>;

export function ProfileCard() {
  const { t } = useTranslation('directory');
  const me = useMe();
  const save = useChangeMe();
  const place = [me.department?.name, me.position].filter(Boolean).join(' · ');
  const facts = [
    { name: t('profile.email'), value: me.email },
    { name: t('profile.place'), value: place },
    { name: t('profile.roles'), value: me.roles.map(({ name }) => name).join(t('members.and')) },
  ];
  return (
    <Card title={t('profile.title')}>
      <dl className={styles.own}>
        {facts
          .filter(({ value }) => value !== '')
          .map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <EditForm<Values>
        saved={{ name: me.name, language: me.language }}
        version={me.version}
        disabled={me.company.read_only}
        onSubmit={async ({ name, language }, version) => {
          await save.mutateAsync({ body: { name: name.trim(), language }, version });
          if (language === me.language) return;
          await changeLanguage(language);
          announce({ kind: 'language', language });
        }}
      >
        <Form.Item
          name="name"
          label={t('profile.name')}
          rules={[{ required: true, whitespace: true, message: t('profile.nameMissing') }]}
        >
          <TextInput maxLength={60} autoComplete="name" />
        </Form.Item>
        <Form.Item name="language" label={t('profile.language')} extra={t('profile.languageHint')}>
          <Select options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} />
        </Form.Item>
      </EditForm>
    </Card>
  );
}
