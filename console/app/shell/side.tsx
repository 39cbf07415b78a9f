import { SearchOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { useMe } from '../../kit/session/index.ts';
import { NavList } from './nav-list.tsx';
import shell from './shell.module.css';
import styles from './side.module.css';
import { UserMenu } from './user-menu.tsx';

const paletteKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

/** The side of a desktop screen: brand, search, navigation, user. */
export function Side({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { organisation } = useMe();
  return (
    <aside className={shell.side}>
      <Link to="/" className={styles.brand}>
        <img src="/siyu.svg" alt="" />
        <span className={styles.brandName}>{nameOf(organisation)}</span>
      </Link>
      <button type="button" className={styles.search} onClick={onSearch}>
        <SearchOutlined />
        <span>{t('app:shell.search')}</span>
        <kbd className={styles.key}>{paletteKey}</kbd>
      </button>
      <NavList />
      <UserMenu />
    </aside>
  );
}
