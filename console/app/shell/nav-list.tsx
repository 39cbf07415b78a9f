import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './side.module.css';
import { useNavigation } from './use-navigation.ts';

/** The navigation, group by group. */
export function NavList({ onGo }: { readonly onGo?: () => void }) {
  const { t } = useTranslation();
  const groups = useNavigation();
  return (
    <nav className={styles.nav} aria-label={t('app:shell.navigation')}>
      {groups.map((group) => (
        <div key={group.name ?? 'top'} className={styles.group}>
          {group.name && <div className={styles.groupName}>{t(`app:navGroup.${group.name}`)}</div>}
          {group.items.map((item) => (
            <Link
              key={item.to}
              to={item.to}
              className={styles.item}
              activeOptions={{ exact: item.to === '/', includeSearch: false }}
              {...(onGo ? { onClick: onGo } : {})}
            >
              {item.icon}
              {t(`app:nav.${item.name}`)}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}
