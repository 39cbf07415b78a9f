import { listVersions, previewTemplate, readTemplate, type Template } from '@siyu/contract/content';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askOf, readOf } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { PersonSelect } from '../../ui/person-select.tsx';
import { PhoneFrame } from '../../ui/phone-frame.tsx';
import { QueryView } from '../../ui/query-view.tsx';

export interface MessagePreviewProps {
  readonly template: string;
  /** Values of an event exist only in event campaigns. */
  readonly kind: 'segment' | 'event';
}

/** The version in force of a template as a person would get it. */
export function MessagePreview({ template, kind }: MessagePreviewProps) {
  const { t } = useTranslation();
  const [person, setPerson] = useState<string>();
  const query = useQuery(readOf(readTemplate, { params: { template } }));
  const needsEvent = query.data?.variables.some((name) => name.startsWith('event.')) ?? false;
  return (
    <Panel
      title={t('content:preview.title')}
      extra={
        <PersonSelect
          value={person}
          placeholder={t('content:preview.sample')}
          onChange={setPerson}
        />
      }
    >
      <QueryView query={query}>{(found) => <Message found={found} person={person} />}</QueryView>
      {needsEvent && kind === 'segment' && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 12 }}
          title={t('campaign:content.needsEvent')}
        />
      )}
    </Panel>
  );
}

function Message({
  found,
  person,
}: {
  readonly found: Template;
  readonly person?: string | undefined;
}) {
  const may = useMay();
  const { id, channel, latest, publishedVersion } = found;
  const versions = useQuery({
    ...readOf(listVersions, { params: { template: id }, query: { limit: 200 } }),
    enabled: publishedVersion !== latest.version,
  });
  const inForce =
    publishedVersion === latest.version
      ? latest
      : versions.data?.items.find(({ version }) => version === publishedVersion);
  const preview = useQuery({
    ...askOf(previewTemplate, {
      body: {
        channel,
        subject: inForce?.subject ?? '',
        body: inForce?.body ?? '',
        ...(person ? { person } : {}),
      },
    }),
    enabled: inForce !== undefined && may('content.edit'),
    retry: false,
  });
  return (
    <QueryView query={preview}>
      {({ format, subject, body }) => (
        <PhoneFrame channel={channel} format={format} subject={subject} body={body} />
      )}
    </QueryView>
  );
}
