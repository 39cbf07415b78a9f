import { BulbOutlined, GlobalOutlined, LockOutlined, LogoutOutlined } from '@ant-design/icons';
import { changeMe, logOut } from '@siyu/contract/org';
import { Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../kit/api/index.ts';
import { type Locale, locales, speak, useLocale, useNameOf } from '../../kit/language/index.ts';
import { queryClient } from '../../kit/query-client.ts';
import { sessionQuery, useMe } from '../../kit/session/index.ts';
import { type ShadeChoice, useShade } from '../../kit/theme/index.ts';
import { PasswordDialog } from './password-dialog.tsx';
import styles from './user-menu.module.css';

const shades: readonly ShadeChoice[] = ['light', 'dark', 'system'];
const languageNames: Readonly<Record<Locale, string>> = { 'zh-CN': '简体中文', 'en-US': 'English' };

/** Who is logged in, and their language, look, password and way out. */
export function UserMenu({ compact = false }: { readonly compact?: boolean }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const locale = useLocale();
  const { user, scope } = useMe();
  const { choice, choose } = useShade();
  const [changing, setChanging] = useState(false);
  const saveLocale = useWrite(changeMe, { quiet: true });
  const leave = useWrite(logOut, {
    onDone: () => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
    },
  });

  const items: MenuProps['items'] = [
    {
      key: 'language',
      icon: <GlobalOutlined />,
      label: t('app:user.language'),
      children: locales.map((each) => ({
        key: `language:${each}`,
        label: languageNames[each],
        onClick: () => {
          void speak(each).then(() => queryClient.invalidateQueries());
          saveLocale.mutate({ body: { locale: each } });
        },
      })),
    },
    {
      key: 'shade',
      icon: <BulbOutlined />,
      label: t('app:user.shade'),
      children: shades.map((each) => ({
        key: `shade:${each}`,
        label: t(`app:shade.${each}`),
        onClick: () => choose(each),
      })),
    },
    {
      key: 'password',
      icon: <LockOutlined />,
      label: t('app:user.password'),
      onClick: () => setChanging(true),
    },
    { type: 'divider' },
    {
      key: 'leave',
      icon: <LogoutOutlined />,
      label: t('app:user.logOut'),
      onClick: () => leave.mutate({}),
    },
  ];
  const avatar = <span className={styles.avatar}>{user.name.slice(0, 1).toUpperCase()}</span>;
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement={compact ? 'bottomRight' : 'topLeft'}
        menu={{ items, selectedKeys: [`language:${locale}`, `shade:${choice}`] }}
      >
        <button
          type="button"
          className={compact ? styles.compact : styles.user}
          aria-label={t('app:user.menu')}
        >
          {avatar}
          {!compact && (
            <span className={styles.words}>
              <div className={styles.name}>{user.name}</div>
              <div className={styles.role}>
                {t(`app:role.${user.role}`)} · {nameOf(scope)}
              </div>
            </span>
          )}
        </button>
      </Dropdown>
      <PasswordDialog open={changing} onClose={() => setChanging(false)} />
    </>
  );
}
