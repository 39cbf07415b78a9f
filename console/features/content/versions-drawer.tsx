import {
  listVersions,
  publishTemplate,
  type Template,
  type TemplateVersion,
} from '@siyu/contract/content';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf, useWrite } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { ActorName } from '../../ui/actor-name.tsx';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { TimeText } from '../../ui/text.tsx';

export interface VersionsDrawerProps {
  readonly template: Template;
  readonly open: boolean;
  /** Puts the words of an older version into the editor. */
  readonly onTake: (version: TemplateVersion) => void;
  readonly onClose: () => void;
}

/** Every saved version: read it, take it up again, or put it in force. */
export function VersionsDrawer({ template, open, onTake, onClose }: VersionsDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={open}
      size={720}
      title={t('content:versions.title')}
      onClose={onClose}
      destroyOnHidden
      styles={{ body: { padding: 16 } }}
    >
      <Versions template={template} onTake={onTake} onClose={onClose} />
    </Drawer>
  );
}

function Versions({ template, onTake, onClose }: Omit<VersionsDrawerProps, 'open'>) {
  const { t } = useTranslation();
  const may = useMay();
  const versions = useInfiniteQuery(pagesOf(listVersions, { params: { template: template.id } }));
  const publish = useWrite(publishTemplate, {
    changes: ['content.'],
    done: t('content:editor.published'),
    onDone: onClose,
  });
  const mayEdit = may('content.edit') && template.state !== 'archived';
  const columns: readonly Column<TemplateVersion>[] = [
    {
      key: 'version',
      title: t('content:versions.version'),
      phone: 'title',
      render: ({ version }) => (
        <span style={{ display: 'inline-flex', gap: 8, whiteSpace: 'nowrap' }}>
          {t('content:versions.name', { version })}
          {version === template.publishedVersion && (
            <StateTag tone="good">{t('content:versions.inForce')}</StateTag>
          )}
        </span>
      ),
    },
    {
      key: 'by',
      title: t('content:versions.by'),
      render: ({ savedBy }) => <ActorName name={savedBy} />,
    },
    {
      key: 'at',
      title: t('content:versions.at'),
      render: ({ savedAt }) => <TimeText at={savedAt} />,
    },
    ...(mayEdit
      ? [
          {
            key: 'acts',
            title: '',
            align: 'right' as const,
            render: (each: TemplateVersion) => (
              <span style={{ display: 'inline-flex', gap: 4 }}>
                <Button type="text" size="small" onClick={() => onTake(each)}>
                  {t('content:versions.take')}
                </Button>
                {each.version !== template.publishedVersion && (
                  <Button
                    type="text"
                    size="small"
                    loading={publish.isPending}
                    onClick={() =>
                      publish.mutate({
                        params: { template: template.id },
                        body: { version: each.version },
                      })
                    }
                  >
                    {t('content:versions.publish')}
                  </Button>
                )}
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      name="template-versions"
      rows={versions}
      columns={columns}
      rowKey={({ version }) => version}
      expanded={({ subject, body }) => (
        <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: '22px' }}>
          {subject && <b>{subject}</b>}
          <div>{body}</div>
        </div>
      )}
    />
  );
}
