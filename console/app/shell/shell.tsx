import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../kit/session/index.ts';
import { useNarrow } from '../../kit/use-narrow.ts';
import { ZoneContext } from '../../kit/zone.ts';
import { PeopleProvider } from '../../ui/people/index.ts';
import { BottomBar } from './bottom-bar.tsx';
import { CommandPalette } from './command-palette.tsx';
import styles from './shell.module.css';
import { Side } from './side.tsx';
import { TopBar } from './top-bar.tsx';

/** The frame round every screen behind the login; leaves for the login when the session ends. */
export function Shell() {
  const { t } = useTranslation();
  const { data: me } = useQuery(sessionQuery);
  const { href } = useLocation();
  const narrow = useNarrow();
  const [searching, setSearching] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setSearching((open) => !open);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  if (!me) return <Navigate to="/login" search={{ from: href }} />;
  return (
    <ZoneContext value={me.organisation.timezone}>
      <div className={styles.shell}>
        <a href="#content" className={styles.skip}>
          {t('app:shell.skip')}
        </a>
        {narrow ? (
          <TopBar onSearch={() => setSearching(true)} />
        ) : (
          <Side onSearch={() => setSearching(true)} />
        )}
        <main id="content" className={styles.main}>
          <div className={styles.content}>
            <PeopleProvider>
              <Outlet />
            </PeopleProvider>
          </div>
        </main>
        {narrow && <BottomBar />}
        <CommandPalette open={searching} onClose={() => setSearching(false)} />
      </div>
    </ZoneContext>
  );
}
