import type { SegmentView } from '@siyu/contract/segment';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import type { Column } from '../../ui/columns.ts';
import { Go } from '../../ui/go.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { PeopleNumber } from '../../ui/people/index.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { CountText, Nothing, TimeText } from '../../ui/text.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';

export function useSegmentColumns(): readonly Column<SegmentView>[] {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return [
    {
      key: 'name',
      title: t('segment:field.name'),
      phone: 'title',
      render: (segment) => (
        <TwoLines
          top={<Go to={`/segments/${segment.segment}`}>{segment.name}</Go>}
          below={nameOf(segment.sentence)}
        />
      ),
    },
    {
      key: 'count',
      title: t('segment:field.count'),
      align: 'right',
      phone: 'corner',
      render: (segment) =>
        segment.running ? (
          <JobProgress {...segment.running} />
        ) : (
          <b style={{ fontWeight: 600 }}>
            <PeopleNumber
              title={segment.name}
              count={segment.count?.known}
              of={{ rule: { kind: 'segment', segment: segment.segment } }}
            />
          </b>
        ),
    },
    {
      key: 'change',
      title: t('segment:field.change'),
      align: 'right',
      render: (segment) => <Change entered={segment.entered} left={segment.left} />,
    },
    {
      key: 'kind',
      title: t('segment:field.kind'),
      render: (segment) =>
        segment.kind === 'static'
          ? t('segment:kind.static')
          : t(`segment:rhythm.${segment.refresh}`),
    },
    {
      key: 'at',
      title: t('segment:field.refreshedAt'),
      render: (segment) =>
        segment.failure ? (
          <Tooltip title={segment.failure}>
            <span>
              <StateTag tone="bad">{t('segment:failed')}</StateTag>
            </span>
          </Tooltip>
        ) : (
          <TimeText at={segment.refreshedAt} />
        ),
    },
  ];
}

/** Who entered and who left since the count before. */
export function Change({ entered, left }: { readonly entered: number; readonly left: number }) {
  if (entered === 0 && left === 0) return <Nothing />;
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <span style={{ color: 'var(--success)' }}>
        +<CountText value={entered} />
      </span>{' '}
      <span style={{ color: 'var(--danger)' }}>
        −<CountText value={left} />
      </span>
    </span>
  );
}
