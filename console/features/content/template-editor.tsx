import { HistoryOutlined } from '@ant-design/icons';
import {
  archiveTemplate,
  type ChannelKind,
  channelKindNames,
  channelKinds,
  checkTemplate,
  createTemplate,
  type MessageCategory,
  messageCategories,
  messageCategoryNames,
  publishTemplate,
  saveDraft,
  type Template,
} from '@siyu/contract/content';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Segmented, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askOf, useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useDebounced } from '../../kit/use-debounced.ts';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { Split, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from './problem-list.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { TemplateState } from './templates-page.tsx';
import { VariableChips } from './variable-chips.tsx';
import { VariablePicker } from './variable-picker.tsx';
import { VersionsDrawer } from './versions-drawer.tsx';

/** Text on the left, the phone of a person on the right; mistakes are told while typing. */
export function TemplateEditor({ existing }: { readonly existing?: Template }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const may = useMay();
  const ask = useConfirmDanger();
  const navigate = useNavigate();
  const box = useRef<TextAreaRef>(null);
  const [name, setName] = useState(existing?.name ?? '');
  const [channel, setChannel] = useState<ChannelKind>(existing?.channel ?? 'sms');
  const [category, setCategory] = useState<MessageCategory>(existing?.category ?? 'marketing');
  const [subject, setSubject] = useState(existing?.latest.subject ?? '');
  const [body, setBody] = useState(existing?.latest.body ?? '');
  const [listing, setListing] = useState(false);
  const text = useDebounced(body, 350);
  const kind = channelKinds[channel];
  const hasSubject = kind.subjectLimit > 0;
  const message = { channel, body: text, ...(hasSubject ? { subject } : {}) };
  const check = useQuery({
    ...askOf(checkTemplate, { body: { ...message, category } }),
    enabled: text.trim() !== '' && may('content.edit'),
  });
  const problems = check.data?.problems ?? existing?.problems ?? [];
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  const isChanged =
    name !== existing?.name ||
    category !== existing.category ||
    subject !== existing.latest.subject ||
    body !== existing.latest.body;
  const changes = ['content.'];
  const create = useWrite(createTemplate, {
    changes,
    done: t('content:editor.saved'),
    onDone: ({ id }) => void navigate({ to: `/templates/${id}` }),
  });
  const save = useWrite(saveDraft, { changes, done: t('content:editor.saved') });
  const publish = useWrite(publishTemplate, { changes, done: t('content:editor.published') });
  const archive = useWrite(archiveTemplate, {
    changes,
    done: t('content:editor.archived'),
    onDone: () => void navigate({ to: '/templates' }),
  });
  const draft = { name: name.trim(), category, body, ...(hasSubject ? { subject } : {}) };
  const insert = (variable: string) => {
    const area = box.current?.resizableTextArea?.textArea;
    const at = area?.selectionStart ?? body.length;
    setBody(`${body.slice(0, at)}${variable}${body.slice(area?.selectionEnd ?? at)}`);
    area?.focus();
  };
  const mayEdit = may('content.edit') && existing?.state !== 'archived';
  return (
    <>
      <PageHeader
        back={{ to: '/templates', label: t('app:nav.templates') }}
        title={existing?.name ?? t('content:editor.new')}
        about={t('content:editor.about')}
        badge={existing && <TemplateState template={existing} />}
        actions={
          <>
            {existing && (
              <Button icon={<HistoryOutlined />} onClick={() => setListing(true)}>
                {t('content:versions.title')}
              </Button>
            )}
            {mayEdit && (
              <>
                {existing && (
                  <Button
                    danger
                    type="text"
                    onClick={() =>
                      ask({
                        title: t('segment:archiveTitle', { name: existing.name }),
                        consequence: t('content:editor.archiveConsequence'),
                        act: t('segment:archive'),
                        onConfirm: () => archive.mutateAsync({ params: { template: existing.id } }),
                      })
                    }
                  >
                    {t('segment:archive')}
                  </Button>
                )}
                <Button
                  type={existing && !isChanged ? 'default' : 'primary'}
                  disabled={name.trim() === '' || body.trim() === '' || !isChanged}
                  loading={create.isPending || save.isPending}
                  onClick={() =>
                    existing
                      ? save.mutate({ params: { template: existing.id }, body: draft })
                      : create.mutate({ body: { ...draft, channel } })
                  }
                >
                  {t('content:editor.save')}
                </Button>
                {existing && (
                  <Button
                    type={isChanged ? 'default' : 'primary'}
                    disabled={
                      isChanged || hasErrors || existing.publishedVersion === existing.latestVersion
                    }
                    loading={publish.isPending}
                    onClick={() => publish.mutate({ params: { template: existing.id }, body: {} })}
                  >
                    {t('content:editor.publish')}
                  </Button>
                )}
              </>
            )}
          </>
        }
      />
      {existing && (
        <VersionsDrawer
          template={existing}
          open={listing}
          onTake={(version) => {
            setSubject(version.subject);
            setBody(version.body);
            setListing(false);
          }}
          onClose={() => setListing(false)}
        />
      )}
      <Split aside={400}>
        <Stack>
          <Panel>
            <Form layout="vertical" disabled={!mayEdit}>
              <Form.Item label={t('content:field.name')}>
                <Input
                  value={name}
                  maxLength={100}
                  aria-label={t('content:field.name')}
                  placeholder={t('content:editor.nameHint')}
                  onChange={(event) => setName(event.target.value)}
                />
              </Form.Item>
              <Form.Item label={t('content:field.channel')}>
                <Select
                  value={channel}
                  aria-label={t('content:field.channel')}
                  disabled={existing !== undefined}
                  options={channelKindNames.map((value) => ({
                    value,
                    label: nameOf(channelKinds[value]),
                  }))}
                  onChange={setChannel}
                />
              </Form.Item>
              <Form.Item
                label={t('content:field.category')}
                extra={t(`content:categoryAbout.${category}`)}
              >
                <Segmented
                  value={category}
                  options={messageCategoryNames.map((value) => ({
                    value,
                    label: nameOf(messageCategories[value]),
                  }))}
                  onChange={setCategory}
                />
              </Form.Item>
              {hasSubject && (
                <Form.Item label={t('content:field.subject')}>
                  <Input
                    value={subject}
                    aria-label={t('content:field.subject')}
                    count={{ show: true, max: kind.subjectLimit }}
                    onChange={(event) => setSubject(event.target.value)}
                  />
                </Form.Item>
              )}
              <Form.Item
                label={t('content:field.body')}
                extra={
                  <>
                    <VariableChips text={hasSubject ? `${subject}\n${text}` : text} />
                    <VariablePicker onPick={insert} />
                  </>
                }
                style={{ marginBottom: 0 }}
              >
                <Input.TextArea
                  ref={box}
                  value={body}
                  rows={kind.format === 'html' ? 18 : 8}
                  aria-label={t('content:field.body')}
                  placeholder={t('content:editor.bodyHint')}
                  style={
                    kind.format === 'html'
                      ? { fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: 13 }
                      : {}
                  }
                  onChange={(event) => setBody(event.target.value)}
                />
              </Form.Item>
            </Form>
          </Panel>
          {problems.length > 0 && (
            <Panel title={t('content:problems')}>
              <ProblemList problems={problems} />
            </Panel>
          )}
        </Stack>
        <TemplatePreview channel={channel} subject={subject} body={text} />
      </Split>
    </>
  );
}
