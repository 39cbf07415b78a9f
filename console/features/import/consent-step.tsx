import type { ImportMapping } from '@siyu/contract/collect';
import { type ChannelKind, channelKindNames, channelKinds } from '@siyu/contract/content';
import { Alert, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { Panel } from '../../ui/panel.tsx';

export interface ConsentStepProps {
  readonly mapping: ImportMapping;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** Long enough to say where and how somebody agreed. */
const isEvidence = (text: string): boolean => text.trim().length >= 4;

/** Whether each consent that is stated for all says why it may be. */
export const isConsentProven = ({ consents = [] }: ImportMapping): boolean =>
  consents.every(({ evidence }) => isEvidence(evidence));

/** What the people of the file have agreed to: from a column, stated for all with its evidence, or nothing. */
export function ConsentStep({ mapping, onChange }: ConsentStepProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const stated = mapping.consents ?? [];
  const [evidence, setEvidence] = useState(stated[0]?.evidence ?? '');
  const mapped = new Set(
    mapping.columns
      .filter(({ target }) => target.startsWith('consent.marketing.'))
      .map(({ target }) => target.replace('consent.marketing.', '')),
  );
  const ticked = stated.map(({ channel }) => channel);
  const state = (channels: readonly string[], why: string) => {
    const { consents: _, ...rest } = mapping;
    const consents = channels.map((channel) => ({ purpose: 'marketing', channel, evidence: why }));
    onChange(consents.length === 0 ? rest : { ...rest, consents });
  };
  return (
    <Panel title={t('import:consent.title')} about={t('import:consent.about')}>
      <Form layout="vertical" style={{ maxWidth: 640 }}>
        <Form.Item label={t('import:consent.who')}>
          <Checkbox.Group
            style={{ display: 'grid', gap: 10 }}
            value={ticked}
            onChange={(channels) => state(channels, evidence)}
            options={channelKindNames.map((name: ChannelKind) => ({
              value: name,
              disabled: mapped.has(name),
              label: mapped.has(name)
                ? t('import:consent.fromColumn', { channel: nameOf(channelKinds[name]) })
                : nameOf(channelKinds[name]),
            }))}
          />
        </Form.Item>
        {ticked.length > 0 && (
          <Form.Item
            label={t('import:consent.evidence')}
            validateStatus={isEvidence(evidence) ? '' : 'error'}
            extra={t('import:consent.evidenceAbout')}
          >
            <Input.TextArea
              rows={2}
              value={evidence}
              maxLength={1_000}
              aria-label={t('import:consent.evidence')}
              placeholder={t('import:consent.evidenceHint')}
              onChange={(event) => {
                setEvidence(event.target.value);
                state(ticked, event.target.value);
              }}
            />
          </Form.Item>
        )}
        <Alert
          type={ticked.length + mapped.size === 0 ? 'warning' : 'info'}
          showIcon
          title={t(
            ticked.length + mapped.size === 0 ? 'import:consent.nobody' : 'import:consent.reminder',
          )}
        />
      </Form>
    </Panel>
  );
}
