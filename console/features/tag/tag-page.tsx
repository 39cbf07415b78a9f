import { EditOutlined, MoreOutlined, ReloadOutlined } from '@ant-design/icons';
import { archiveTag, computeTag, getTag, type TagView } from '@siyu/contract/profile';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { readOf, useWrite } from '../../kit/api/index.ts';
import { formatShare } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { Go } from '../../ui/go.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Grid, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PeopleNumber } from '../../ui/people/index.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { StatCard } from '../../ui/stat-card.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TimeText } from '../../ui/text.tsx';
import { TagSpread } from './tag-spread.tsx';

/** One tag: what it says and how the people spread over its values. */
export function TagPage() {
  const { tag = '' } = useParams({ strict: false });
  const query = useQuery({
    ...readOf(getTag, { params: { tag } }),
    refetchInterval: ({ state }) => (state.data?.running ? 2_000 : false),
  });
  return <QueryView query={query}>{(view) => <Tag view={view} />}</QueryView>;
}

function Tag({ view }: { readonly view: TagView }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = useNameOf();
  return (
    <>
      <PageHeader
        back={{ to: '/tags', label: t('app:nav.tags') }}
        title={nameOf(view)}
        about={view.description}
        badge={
          <StateTag tone={view.state === 'archived' ? 'quiet' : view.running ? 'busy' : 'good'}>
            {view.state === 'archived'
              ? t('segment:list.archived')
              : t(`tag:kind.${view.definition.kind}`)}
          </StateTag>
        }
        actions={<Actions view={view} />}
      />
      <Stack>
        {view.failure && <Alert type="error" showIcon title={view.failure} />}
        <Grid>
          <StatCard
            label={t('tag:field.people')}
            value={
              view.running ? (
                <JobProgress {...view.running} />
              ) : (
                <PeopleNumber
                  title={nameOf(view)}
                  count={view.people}
                  of={{ rule: { kind: 'tag', tag: view.tag } }}
                />
              )
            }
          />
          <StatCard label={t('tag:field.coverage')} value={formatShare(view.coverage, locale)} />
          <StatCard
            label={t('tag:field.computedAt')}
            value={<TimeText at={view.computedAt} />}
            note={view.definition.kind === 'manual' ? '' : t(`segment:rhythm.${view.refresh}`)}
          />
          <StatCard
            label={t('tag:field.purpose')}
            value={<span style={{ fontSize: 16 }}>{view.purpose || '—'}</span>}
            note={view.owner}
          />
        </Grid>
        <Panel title={t('rule:live.sentence')}>
          <p style={{ lineHeight: '24px' }}>{nameOf(view.sentence)}</p>
        </Panel>
        <TagSpread view={view} />
      </Stack>
    </>
  );
}

function Actions({ view }: { readonly view: TagView }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const may = useMay();
  const ask = useConfirmDanger();
  const navigate = useNavigate();
  const target = { params: { tag: view.tag } };
  const compute = useWrite(computeTag, { changes: ['profile.'] });
  const archive = useWrite(archiveTag, {
    changes: ['profile.', 'segment.get_vocabulary'],
    done: t('tag:archived'),
    onDone: () => void navigate({ to: '/tags' }),
  });
  if (!may('tags.edit') || view.state === 'archived') return null;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'archive',
              danger: true,
              label: t('segment:archive'),
              onClick: () =>
                ask({
                  title: t('segment:archiveTitle', { name: nameOf(view) }),
                  consequence: t('tag:archiveConsequence'),
                  act: t('segment:archive'),
                  onConfirm: () => archive.mutateAsync(target),
                }),
            },
          ],
        }}
      >
        <Button icon={<MoreOutlined />} aria-label={t('app:action.more')} />
      </Dropdown>
      {view.definition.kind !== 'manual' && (
        <Button
          icon={<ReloadOutlined />}
          loading={compute.isPending || view.running !== null}
          onClick={() => compute.mutate(target)}
        >
          {t('segment:refresh')}
        </Button>
      )}
      <Go to={`/tags/${view.tag}/edit`}>
        <Button type="primary" icon={<EditOutlined />}>
          {t('app:action.edit')}
        </Button>
      </Go>
    </>
  );
}
