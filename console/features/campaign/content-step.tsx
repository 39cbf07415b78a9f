import { channelKinds, listTemplates } from '@siyu/contract/content';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useDebounced } from '../../kit/use-debounced.ts';
import { Split } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { StepProps } from './audience-step.tsx';
import styles from './campaign.module.css';
import { MessagePreview } from './message-preview.tsx';

/** What we say: a published template, seen through the eyes of a person. */
export function ContentStep({ draft, onChange }: StepProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim(), 300);
  const templates = useInfiniteQuery(
    pagesOf(listTemplates, {
      query: { state: 'published', limit: 100, ...(search ? { search } : {}) },
    }),
  );
  const items = templates.data?.pages.flatMap((page) => page.items);
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
      {draft.template ? (
        <MessagePreview key={draft.template} template={draft.template} kind={draft.kind} />
      ) : (
        <Panel title={t('content:preview.title')}>
          <p className={styles.word}>{t('campaign:content.chooseAbout')}</p>
        </Panel>
      )}
    </Split>
  );
}
