import { channelKinds, listTemplates, previewTemplate, readTemplate } from '@siyu/contract/content';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askOf, pagesOf, readOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useDebounced } from '../../kit/use-debounced.ts';
import { Split } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PersonSelect } from '../../ui/person-select.tsx';
import { PhoneFrame } from '../../ui/phone-frame.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { StepProps } from './audience-step.tsx';

/** What we say: a published template, seen through the eyes of a person. */
export function ContentStep({ draft, onChange }: StepProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const [typed, setTyped] = useState('');
  const [person, setPerson] = useState<string>();
  const search = useDebounced(typed.trim(), 300);
  const templates = useInfiniteQuery(
    pagesOf(listTemplates, {
      query: { state: 'published', limit: 100, ...(search ? { search } : {}) },
    }),
  );
  const items = templates.data?.pages.flatMap((page) => page.items);
  const template = useQuery({
    ...readOf(readTemplate, { params: { template: draft.template ?? '' } }),
    enabled: draft.template !== undefined,
  });
  const found = draft.template === undefined ? undefined : template.data;
  const preview = useQuery({
    ...askOf(previewTemplate, {
      body: {
        channel: found?.channel ?? 'sms',
        subject: found?.latest.subject ?? '',
        body: found?.latest.body ?? '',
        ...(person ? { person } : {}),
      },
    }),
    enabled: found !== undefined,
  });
  if (items?.length === 0 && search === '') {
    return (
      <EmptyState
        title={t('campaign:content.emptyTitle')}
        about={t('campaign:content.emptyAbout')}
        step={
          <Link to="/templates/new">
            <Button type="primary">{t('content:list.add')}</Button>
          </Link>
        }
      />
    );
  }
  return (
    <Split aside={400}>
      <Panel title={t('campaign:content.title')} about={t('campaign:content.about')}>
        <Select
          value={draft.template}
          placeholder={t('campaign:content.choose')}
          aria-label={t('campaign:content.choose')}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          loading={templates.isFetching}
          style={{ width: '100%', maxWidth: 520 }}
          options={
            items?.map((each) => ({
              value: each.id,
              label: each.name,
              detail: nameOf(channelKinds[each.channel]),
            })) ?? []
          }
          optionRender={({ label, data: option }) => (
            <span style={{ display: 'flex', justifyContent: 'space-between', gap: 24 }}>
              {label}
              <span style={{ color: 'var(--ink3)' }}>{option.detail}</span>
            </span>
          )}
          onChange={(chosen: string) => onChange({ ...draft, template: chosen })}
        />
      </Panel>
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
          channel={found?.channel ?? 'sms'}
          format={preview.data?.format ?? 'text'}
          subject={preview.data?.subject ?? ''}
          body={preview.data?.body ?? t('campaign:content.choose')}
        />
      </Panel>
    </Split>
  );
}
