import { ApiOutlined, PlusOutlined } from '@ant-design/icons';
import { sourceRoutes } from '@siyu/contract/collect';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesOf, useWrite } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { Grid } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { useShowSecret } from '../../ui/show-secret.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { type Source, SourceCard } from './source-card.tsx';
import { SourceDrawer } from './source-drawer.tsx';
import { SourceForm } from './source-form.tsx';

/** Where people and events come from, with what came in over a day. */
export function SourcesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const showSecret = useShowSecret();
  const [adding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const sources = useInfiniteQuery({
    ...pagesOf(sourceRoutes.listSources, { query: { limit: 200 } }),
    refetchInterval: 30_000,
  });
  const items = sources.data?.pages.flatMap((page) => page.items);
  const showKey = (writeKey: string) =>
    showSecret({
      title: t('collect:source.keyTitle'),
      about: t('collect:source.keyAbout'),
      secret: writeKey,
    });
  const create = useWrite(sourceRoutes.createSource, {
    changes: ['collect.'],
    onDone: ({ writeKey }) => {
      setAdding(false);
      showKey(writeKey);
    },
  });
  const rotate = useWrite(sourceRoutes.rotateWriteKey, {
    changes: ['collect.'],
    onDone: ({ writeKey }) => showKey(writeKey),
  });
  const add = may('sources.edit') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('collect:source.add')}
    </Button>
  );
  const opened = items?.find((source: Source) => source.id === openId);
  return (
    <>
      <PageHeader title={t('app:nav.sources')} about={t('collect:source.about')} actions={add} />
      {sources.isError && !items ? (
        <ErrorState error={sources.error} retry={() => void sources.refetch()} />
      ) : !items ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : items.length === 0 ? (
        <EmptyState
          icon={<ApiOutlined />}
          title={t('collect:source.emptyTitle')}
          about={t('collect:source.emptyAbout')}
          step={add}
        />
      ) : (
        <Grid least={300}>
          {items.map((source) => (
            <SourceCard key={source.id} source={source} onOpen={() => setOpenId(source.id)} />
          ))}
        </Grid>
      )}
      <SourceForm
        open={adding}
        busy={create.isPending}
        onSubmit={(body) => create.mutate({ body })}
        onClose={() => setAdding(false)}
      />
      <SourceDrawer
        source={opened}
        onRotate={(source) => rotate.mutateAsync({ params: { source } })}
        onClose={() => setOpenId(undefined)}
      />
    </>
  );
}
