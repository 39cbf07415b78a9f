import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect } from 'react';
import { useLocale } from '../kit/language/index.ts';
import { queryClient } from '../kit/query-client.ts';
import { antdTheme, ShadeProvider, useShade } from '../kit/theme/index.ts';
import { router } from './router.tsx';

/** The whole console with everything that its screens stand on. */
export function Console() {
  return (
    <ShadeProvider>
      <Dressed />
    </ShadeProvider>
  );
}

function Dressed() {
  const { shade } = useShade();
  const locale = useLocale();
  useEffect(() => {
    dayjs.locale(locale === 'zh-CN' ? 'zh-cn' : 'en');
  }, [locale]);
  return (
    <ConfigProvider
      theme={antdTheme(shade)}
      locale={locale === 'zh-CN' ? zh : en}
      button={{ autoInsertSpace: false }}
    >
      <App notification={{ maxCount: 3 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
