import { SafetyCertificateOutlined } from '@ant-design/icons';
import { type AuditEntry, listAudit, verifyAudit } from '@siyu/contract/org';
import { useInfiniteQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf, useWrite } from '../../kit/api/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TimeText } from '../../ui/text.tsx';

const areas = [
  'org',
  'collect',
  'identity',
  'privacy',
  'profile',
  'segment',
  'content',
  'channel',
  'journey',
];

/** Who did what when, and the proof that nobody has changed it. */
export function AuditPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { modal } = App.useApp();
  const [filters] = useFilters();
  const entries = useInfiniteQuery(
    pagesOf(listAudit, { query: filters.action ? { action: filters.action } : {} }),
  );
  const verify = useWrite(verifyAudit, {
    onDone: (proof) => {
      const show = proof.holds ? modal.success : modal.error;
      show({
        title: t(proof.holds ? 'org:audit.holds' : 'org:audit.broken'),
        width: 520,
        content: proof.break
          ? t(`org:audit.break.${proof.break.reason}`, { entry: proof.break.entry ?? '—' })
          : t('org:audit.proof', {
              entries: proof.entries,
              sealed: proof.sealed,
              seals: proof.seals,
              head: proof.head?.slice(0, 16) ?? '—',
            }),
      });
    },
  });
  const columns: readonly Column<AuditEntry>[] = [
    {
      key: 'action',
      title: t('org:audit.action'),
      phone: 'title',
      render: (entry) => (
        <b style={{ fontWeight: 500 }}>{locale === 'zh-CN' ? entry.actionZh : entry.actionEn}</b>
      ),
    },
    {
      key: 'actor',
      title: t('org:audit.actor'),
      render: (entry) => entry.actorName ?? t('org:audit.system'),
    },
    {
      key: 'object',
      title: t('org:audit.object'),
      render: (entry) => (entry.object ? <code>{entry.object}</code> : '—'),
    },
    { key: 'ip', title: t('org:audit.ip'), render: (entry) => entry.ip ?? '—', phone: 'hidden' },
    { key: 'at', title: t('org:audit.at'), render: (entry) => <TimeText at={entry.at} /> },
  ];
  return (
    <>
      <PageHeader
        title={t('app:nav.audit')}
        about={t('org:audit.about')}
        actions={
          <Button
            type="primary"
            icon={<SafetyCertificateOutlined />}
            loading={verify.isPending}
            onClick={() => verify.mutate({ body: {} })}
          >
            {t('org:audit.verify')}
          </Button>
        }
      />
      <DataTable
        name="audit"
        rows={entries}
        columns={columns}
        rowKey={(entry) => entry.id}
        filters={
          <FilterBar
            fields={[
              {
                kind: 'choice',
                name: 'action',
                label: t('org:audit.area'),
                options: areas.map((area) => ({ value: `${area}.`, label: t(`org:area.${area}`) })),
              },
            ]}
          />
        }
      />
    </>
  );
}
