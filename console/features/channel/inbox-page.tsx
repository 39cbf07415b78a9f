import { ArrowLeftOutlined, InboxOutlined } from '@ant-design/icons';
import { listInbox } from '@siyu/contract/channel';
import { channelKindNames, channelKinds } from '@siyu/contract/content';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { useNarrow } from '../../kit/use-narrow.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { PersonSelect } from '../../ui/person-select.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { CampaignSelect } from './campaign-select.tsx';
import styles from './inbox.module.css';
import { InboxItem } from './inbox-item.tsx';
import { InboxReader } from './inbox-reader.tsx';

/** What each person would have received, and what they would do with it. */
export function InboxPage() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const { delivery } = useParams({ strict: false });
  const [filters, change] = useFilters();
  const { campaign, person } = filters;
  const channel = channelKindNames.find((each) => each === filters.channel);
  const inbox = useInfiniteQuery({
    ...pagesOf(listInbox, {
      query: {
        ...(channel ? { channel } : {}),
        ...(campaign ? { campaign } : {}),
        ...(person ? { person } : {}),
      },
    }),
    refetchInterval: 10_000,
  });
  const items = inbox.data?.pages.flatMap((page) => page.items);
  const isFiltered = [campaign, person, channel].some(Boolean);
  const open = (id: string) =>
    void navigate({ to: `/inbox/${id}`, search: filters as Record<string, string> });
  const list = () => {
    if (!items && inbox.isError) {
      return <ErrorState error={inbox.error} retry={() => void inbox.refetch()} />;
    }
    if (!items) return <Skeleton active avatar paragraph={{ rows: 6 }} style={{ padding: 20 }} />;
    if (items.length === 0) {
      return (
        <EmptyState
          icon={<InboxOutlined />}
          title={isFiltered ? t('app:table.empty') : t('channel:inbox.emptyTitle')}
          about={isFiltered ? t('app:table.emptyAbout') : t('channel:inbox.emptyAbout')}
        />
      );
    }
    return (
      <>
        <ul className={styles.items}>
          {items.map((entry) => (
            <InboxItem
              key={entry.id}
              entry={entry}
              isOpen={entry.id === delivery}
              onOpen={() => open(entry.id)}
            />
          ))}
        </ul>
        {inbox.hasNextPage && (
          <div className={styles.more}>
            <Button
              size="small"
              loading={inbox.isFetchingNextPage}
              onClick={() => void inbox.fetchNextPage()}
            >
              {t('app:table.more')}
            </Button>
          </div>
        )}
      </>
    );
  };
  return (
    <>
      <PageHeader title={t('app:nav.inbox')} about={t('channel:inbox.about')} />
      {narrow && delivery && (
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          style={{ marginBottom: 8 }}
          onClick={() => void navigate({ to: '/inbox', search: filters as Record<string, string> })}
        >
          {t('channel:inbox.back')}
        </Button>
      )}
      <div className={styles.desk}>
        {!(narrow && delivery) && (
          <div className={styles.list}>
            <div className={styles.filters}>
              <CampaignSelect value={campaign} onChange={(next) => change({ campaign: next })} />
              <PersonSelect
                value={person}
                placeholder={t('channel:inbox.filter')}
                onChange={(next) => change({ person: next })}
              />
              <Select
                allowClear
                value={channel}
                placeholder={t('channel:field.channel')}
                aria-label={t('channel:field.channel')}
                options={channelKindNames.map((value) => ({
                  value,
                  label: nameOf(channelKinds[value]),
                }))}
                onChange={(next?: string) => change({ channel: next })}
              />
            </div>
            {list()}
          </div>
        )}
        {!(narrow && !delivery) && (
          <div className={styles.reader}>
            {delivery ? (
              <InboxReader key={delivery} delivery={delivery} />
            ) : (
              <EmptyState
                icon={<InboxOutlined />}
                title={t('channel:inbox.choose')}
                about={t('channel:inbox.chooseAbout')}
              />
            )}
          </div>
        )}
      </div>
    </>
  );
}
