import { identifierKinds } from '@siyu/contract/identity';
import type { PersonView } from '@siyu/contract/profile';
import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { EmptyState } from '../../ui/states.tsx';
import { TimeText } from '../../ui/text.tsx';

/** How the person came together under one OneID. */
export function PersonHistory({ view }: { readonly view: PersonView }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const viaOf = (kind: string) => {
    const known = Object.entries(identifierKinds).find(([name]) => name === kind)?.[1];
    return known ? nameOf(known) : t('people:history.rule');
  };
  if (view.history.length === 0) {
    return (
      <EmptyState title={t('people:history.emptyTitle')} about={t('people:history.emptyAbout')} />
    );
  }
  return (
    <Timeline
      style={{ paddingTop: 16 }}
      items={view.history.map((step) => ({
        content: (
          <>
            <div>{t('people:history.joined', { via: viaOf(step.via) })}</div>
            <div style={{ color: 'var(--ink3)', fontSize: 13 }}>
              <TimeText at={step.at} as="exact" />
            </div>
          </>
        ),
      }))}
    />
  );
}
