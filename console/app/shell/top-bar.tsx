import { SearchOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { useMe } from '../../kit/session/index.ts';
import shell from './shell.module.css';
import styles from './side.module.css';
import { UserMenu } from './user-menu.tsx';

/** The top of a phone screen. */
export function TopBar({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { organisation } = useMe();
  return (
    <header className={shell.top}>
      <Link to="/" className={styles.brand} style={{ padding: 0, minWidth: 0 }}>
        <img src="/siyu.svg" alt="" />
        <span className={styles.brandName}>{nameOf(organisation)}</span>
      </Link>
      <span className={shell.spacer} />
      <Button
        type="text"
        icon={<SearchOutlined />}
        aria-label={t('app:shell.search')}
        onClick={onSearch}
      />
      <UserMenu compact />
    </header>
  );
}
