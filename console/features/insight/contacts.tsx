import { GiftOutlined, MoonOutlined, UserAddOutlined } from '@ant-design/icons';
import { type ContactGroup, contactLists } from '@siyu/contract/insight';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { usePersonTitle } from '../../kit/use-person-title.ts';
import { Go } from '../../ui/go.tsx';
import { Grid } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PeopleNumber } from '../../ui/people/people-number.tsx';
import { PersonBadge } from '../../ui/person-badge.tsx';
import styles from './insight.module.css';

const marks = {
  birthdays: <GiftOutlined />,
  new_members: <UserAddOutlined />,
  asleep: <MoonOutlined />,
};

/** The people of a store who should hear from it, by reason. */
export function Contacts({ groups }: { readonly groups: readonly ContactGroup[] }) {
  const { t } = useTranslation();
  const titleOf = usePersonTitle();
  const nameOf = useNameOf();
  return (
    <Grid least={300}>
      {groups.map(({ list, people, first }) => {
        const name = nameOf(contactLists[list]);
        return (
          <Panel
            key={list}
            flush
            title={
              <span className={styles.contactTitle}>
                {marks[list]} {name}
              </span>
            }
            about={t(`insight:contacts.${list}`)}
            extra={
              <span className={styles.contactCount}>
                <PeopleNumber
                  count={people}
                  title={name}
                  of={{ question: { behind: 'contacts', list } }}
                />
              </span>
            }
          >
            {first.length === 0 ? (
              <div className={styles.allWell}>{t('insight:contacts.none')}</div>
            ) : (
              <ul className={styles.notices}>
                {first.map((person) => (
                  <li key={person.person}>
                    <Go to={`/people/${person.person}`} className={styles.notice ?? ''}>
                      <PersonBadge name={titleOf(person.title)} />
                      <span className={styles.contactPhone}>{person.phone ?? person.city}</span>
                    </Go>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        );
      })}
    </Grid>
  );
}
