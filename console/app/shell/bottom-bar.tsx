import { MenuOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavList } from './nav-list.tsx';
import styles from './shell.module.css';
import { useNavigation } from './use-navigation.ts';

/** A phone's navigation: the few screens used standing in a store, and a drawer with all of them. */
export function BottomBar() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const items = useNavigation()
    .flatMap((group) => group.items)
    .filter((item) => item.onPhone);
  return (
    <>
      <nav className={styles.bottom} aria-label={t('app:shell.navigation')}>
        {items.map((item) => (
          <Link
            key={item.to}
            to={item.to}
            className={styles.tab}
            activeOptions={{ exact: item.to === '/', includeSearch: false }}
          >
            {item.icon}
            {t(`app:nav.${item.name}`)}
          </Link>
        ))}
        <button type="button" className={styles.tab} onClick={() => setOpen(true)}>
          <MenuOutlined />
          {t('app:shell.more')}
        </button>
      </nav>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="left"
        size={288}
        title={t('app:shell.navigation')}
        styles={{ body: { padding: 0 } }}
      >
        <NavList onGo={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
