import { EyeOutlined, MoreOutlined } from '@ant-design/icons';
import { type PersonView, personRoutes } from '@siyu/contract/profile';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useShowProblem, useWrite } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { usePersonTitle } from '../../kit/use-person-title.ts';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { CountText, MoneyText, TimeText } from '../../ui/text.tsx';
import styles from './person.module.css';
import { Reveal } from './reveal.tsx';

/** Who it is, what they are worth, and what may be done. */
export function PersonHead({ view }: { readonly view: PersonView }) {
  const { t } = useTranslation();
  const titleOf = usePersonTitle();
  const [revealing, setRevealing] = useState(false);
  const { totals } = view;
  return (
    <>
      <PageHeader
        back={{ to: '/people', label: t('app:nav.people') }}
        title={titleOf(view.title)}
        about={
          <>
            {t('people:head.since')} <TimeText at={view.createdAt} as="exact" /> · {view.source} ·{' '}
            {t('people:field.lastSeen')} <TimeText at={view.lastSeenAt} />
          </>
        }
        badge={
          <StateTag tone={view.known ? 'good' : 'quiet'}>
            {t(view.known ? 'people:kind.known' : 'people:anonymous')}
          </StateTag>
        }
        actions={
          <>
            <Rights view={view} />
            {view.mayReveal && (
              <Button type="primary" icon={<EyeOutlined />} onClick={() => setRevealing(true)}>
                {t('people:reveal.open')}
              </Button>
            )}
          </>
        }
      />
      <div className={styles.figures}>
        <Figure name={t('people:figure.revenue')}>
          <MoneyText minor={totals.revenue} currency={totals.currency} short />
        </Figure>
        <Figure name={t('people:figure.orders')}>
          <CountText value={totals.orders} />
        </Figure>
        <Figure name={t('people:figure.average')}>
          <MoneyText
            minor={totals.orders === 0 ? null : Math.round(totals.revenue / totals.orders)}
            currency={totals.currency}
          />
        </Figure>
        <Figure name={t('people:figure.lastOrder')}>
          <TimeText at={totals.lastOrderAt} />
        </Figure>
        <Figure name={t('people:figure.events')}>
          <CountText value={totals.events} />
        </Figure>
      </div>
      <Reveal person={view.person} open={revealing} onClose={() => setRevealing(false)} />
    </>
  );
}

interface FigureProps {
  readonly name: string;
  readonly children: React.ReactNode;
}

function Figure({ name, children }: FigureProps) {
  return (
    <div className={styles.figure}>
      <div className={styles.figureName}>{name}</div>
      <div className={styles.figureValue}>{children}</div>
    </div>
  );
}

/** What the law gives the person: a copy of everything, and erasure. */
function Rights({ view }: { readonly view: PersonView }) {
  const { t } = useTranslation();
  const may = useMay();
  const ask = useConfirmDanger();
  const showProblem = useShowProblem();
  const { message } = App.useApp();
  const target = { params: { person: view.person } };
  const erase = useWrite(personRoutes.erasePerson, {
    changes: ['profile.', 'segment.'],
    done: t('people:erase.started'),
  });
  if (!may('people.erase')) return null;
  const copy = async () => {
    try {
      const answer = await call(personRoutes.copyPerson, target);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([JSON.stringify(answer, null, 2)]));
      link.download = `${view.person}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
      void message.success(t('people:copy.done'));
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'copy', label: t('people:copy.act'), onClick: () => void copy() },
          {
            key: 'erase',
            danger: true,
            label: t('people:erase.act'),
            onClick: () =>
              ask({
                title: t('people:erase.title', { name: view.title }),
                consequence: t('people:erase.consequence'),
                act: t('people:erase.act'),
                word: t('people:erase.word'),
                onConfirm: () =>
                  erase.mutateAsync({ ...target, body: { reason: t('people:erase.reason') } }),
              }),
          },
        ],
      }}
    >
      <Button icon={<MoreOutlined />} aria-label={t('app:action.more')} />
    </Dropdown>
  );
}
