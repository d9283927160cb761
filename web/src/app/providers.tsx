/** Everything that stands around the routes: theme, words of the component library, cache of server state. */
import { StyleProvider } from '@ant-design/cssinjs';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
// Not `antd/locale`: that is CommonJS, and brings a second copy of the words that antd has already.
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { antdTheme } from '@/config/theme/antd-theme';
import { useScheme } from '@/config/theme/mode';
import { useMotion } from '@/config/theme/motion';

import { libraryIcons } from './library-icons';

/** Lists that open inside a dialog must open above it, so within it. */
const popupPlace = (trigger?: HTMLElement) => trigger?.closest('dialog') ?? document.body;

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  const scheme = useScheme();
  const motion = useMotion();
  const { i18n } = useTranslation();
  const theme = useMemo(() => antdTheme(scheme, motion), [scheme, motion]);
  return (
    <StyleProvider layer>
      <ConfigProvider
        theme={theme}
        locale={i18n.language === 'en' ? enUS : zhCN}
        getPopupContainer={popupPlace}
        button={{ autoInsertSpace: false, ...libraryIcons.button }}
        datePicker={libraryIcons.datePicker}
        inputPassword={libraryIcons.inputPassword}
        select={libraryIcons.select}
        wave={{ disabled: true }}
      >
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </ConfigProvider>
    </StyleProvider>
  );
}
