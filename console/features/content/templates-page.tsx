import { FileTextOutlined, PlusOutlined } from '@ant-design/icons';
import {
  channelKindNames,
  channelKinds,
  listTemplates,
  messageCategories,
  type TemplateSummary,
} from '@siyu/contract/content';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Go } from '../../ui/go.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { TimeText } from '../../ui/text.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';

const states = ['draft', 'published', 'archived'] as const;

/** All message templates. */
export function TemplatesPage() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const may = useMay();
  const [filters] = useFilters();
  const channel = channelKindNames.find((each) => each === filters.channel);
  const state = states.find((each) => each === filters.state);
  const templates = useInfiniteQuery(
    pagesOf(listTemplates, {
      query: {
        ...(filters.search ? { search: filters.search } : {}),
        ...(channel ? { channel } : {}),
        ...(state ? { state } : {}),
      },
    }),
  );
  const add = may('content.edit') && (
    <Link to="/templates/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('content:list.add')}
      </Button>
    </Link>
  );
  const columns: readonly Column<TemplateSummary>[] = [
    {
      key: 'name',
      title: t('content:field.name'),
      phone: 'title',
      render: (each) => (
        <TwoLines top={<Go to={`/templates/${each.id}`}>{each.name}</Go>} below={each.excerpt} />
      ),
    },
    {
      key: 'channel',
      title: t('content:field.channel'),
      render: (each) => <ChannelMark channel={each.channel} />,
    },
    {
      key: 'category',
      title: t('content:field.category'),
      render: (each) => nameOf(messageCategories[each.category]),
    },
    {
      key: 'state',
      title: t('content:field.state'),
      phone: 'corner',
      render: (each) => <TemplateState template={each} />,
    },
    {
      key: 'at',
      title: t('content:field.changedAt'),
      render: (each) => <TimeText at={each.changedAt} />,
    },
  ];
  return (
    <>
      <PageHeader title={t('app:nav.templates')} about={t('content:list.about')} actions={add} />
      <DataTable
        name="templates"
        rows={templates}
        columns={columns}
        rowKey={(each) => each.id}
        to={(each) => `/templates/${each.id}`}
        filters={
          <FilterBar
            fields={[
              { kind: 'search', name: 'search', label: t('content:list.search') },
              {
                kind: 'choice',
                name: 'channel',
                label: t('content:field.channel'),
                options: channelKindNames.map((value) => ({
                  value,
                  label: nameOf(channelKinds[value]),
                })),
              },
              {
                kind: 'choice',
                name: 'state',
                label: t('content:field.state'),
                options: states.map((value) => ({ value, label: t(`content:state.${value}`) })),
              },
            ]}
          />
        }
        empty={
          Object.values(filters).some(Boolean) ? undefined : (
            <EmptyState
              icon={<FileTextOutlined />}
              title={t('content:list.emptyTitle')}
              about={t('content:list.emptyAbout')}
              step={add}
            />
          )
        }
      />
    </>
  );
}

/** Draft, in force, in force with a newer draft beside it, or archived. */
export function TemplateState({
  template,
}: {
  readonly template: Pick<TemplateSummary, 'state' | 'publishedVersion' | 'latestVersion'>;
}) {
  const { t } = useTranslation();
  const { state, publishedVersion, latestVersion } = template;
  if (state === 'published' && publishedVersion !== latestVersion) {
    return <StateTag tone="wait">{t('content:state.changed')}</StateTag>;
  }
  const tone = state === 'published' ? 'good' : state === 'draft' ? 'wait' : 'quiet';
  return <StateTag tone={tone}>{t(`content:state.${state}`)}</StateTag>;
}
