import { type ChannelKind, channelKinds, previewTemplate } from '@siyu/contract/content';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askOf, ProblemError } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { PersonSelect } from '../../ui/person-select.tsx';
import { PhoneFrame } from '../../ui/phone-frame.tsx';

export interface TemplatePreviewProps {
  readonly channel: ChannelKind;
  readonly subject: string;
  readonly body: string;
}

/** The text as a real person would see it. */
export function TemplatePreview({ channel, subject, body }: TemplatePreviewProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [person, setPerson] = useState<string>();
  const kind = channelKinds[channel];
  const preview = useQuery({
    ...askOf(previewTemplate, {
      body: {
        channel,
        body,
        ...(kind.subjectLimit > 0 ? { subject } : {}),
        ...(person ? { person } : {}),
      },
    }),
    enabled: body.trim() !== '' && may('content.edit'),
    retry: false,
  });
  const { data } = preview;
  return (
    <Panel
      title={t('content:preview.title')}
      extra={
        <PersonSelect
          value={person}
          onChange={setPerson}
          placeholder={t('content:preview.sample')}
        />
      }
    >
      <PhoneFrame
        channel={channel}
        format={data?.format ?? kind.format}
        subject={data?.subject ?? subject}
        body={data?.body ?? (body || t('content:preview.empty'))}
      />
      {preview.error instanceof ProblemError && (
        <Alert
          type="error"
          showIcon
          style={{ marginTop: 12 }}
          title={preview.error.problem.title}
          description={preview.error.problem.mend}
        />
      )}
      {data && (
        <p style={{ marginTop: 12, color: 'var(--ink3)', fontSize: 13, textAlign: 'center' }}>
          {t('content:preview.length', { length: data.length, limit: data.lengthLimit })}
          {data.parts > 1 && ` · ${t('content:preview.parts', { parts: data.parts })}`}
        </p>
      )}
      {data && data.missing.length > 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginTop: 12 }}
          title={t('content:preview.missing', { names: data.missing.length })}
        />
      )}
    </Panel>
  );
}
