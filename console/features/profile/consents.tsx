import { PlusOutlined } from '@ant-design/icons';
import { channelKinds } from '@siyu/contract/content';
import { type PersonView, personRoutes } from '@siyu/contract/profile';
import { Button, Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { TimeText } from '../../ui/text.tsx';

type Consent = PersonView['consents'][number];

interface Fields {
  readonly channel: string;
  readonly state: 'granted' | 'withdrawn';
  readonly evidence: string;
}

/** What the person has agreed to and withdrawn, with the evidence; a choice made with staff can be added. */
export function Consents({ view }: { readonly view: PersonView }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const record = useWrite(personRoutes.recordConsent, {
    changes: ['profile.show_person'],
    done: t('people:consent.recorded'),
    onDone: () => setAdding(false),
  });
  const channels = Object.entries(channelKinds).map(([value, kind]) => ({
    value,
    label: nameOf(kind),
  }));
  const nameOfChannel = (channel: string) =>
    channels.find(({ value }) => value === channel)?.label ?? channel;
  const columns: readonly Column<Consent>[] = [
    {
      key: 'channel',
      title: t('people:consent.what'),
      phone: 'title',
      render: (each) => `${nameOfChannel(each.channel)} · ${t(`people:purpose.${each.purpose}`)}`,
    },
    {
      key: 'state',
      title: t('people:consent.state'),
      phone: 'corner',
      render: (each) => (
        <StateTag tone={each.state === 'withdrawn' ? 'bad' : each.inForce ? 'good' : 'quiet'}>
          {t(
            each.state === 'withdrawn'
              ? 'people:consent.withdrawn'
              : each.inForce
                ? 'people:consent.granted'
                : 'people:consent.notInForce',
          )}
        </StateTag>
      ),
    },
    {
      key: 'brand',
      title: t('people:consent.brand'),
      render: (each) => nameOf({ zh: each.brandZh, en: each.brandEn }),
    },
    {
      key: 'evidence',
      title: t('people:consent.evidence'),
      render: (each) =>
        Object.values(each.evidence)
          .map((part) => String(part))
          .join(' · ') || '—',
    },
    { key: 'source', title: t('people:field.source'), render: (each) => each.source },
    { key: 'at', title: t('people:consent.at'), render: (each) => <TimeText at={each.at} /> },
  ];
  return (
    <>
      <DataTable
        name="person-consents"
        rows={{ data: { pages: [{ items: view.consents }] }, isError: false, error: null }}
        columns={columns}
        rowKey={(each) => `${each.purpose}:${each.channel}:${each.brandZh}:${each.at}`}
        empty={
          <EmptyState
            title={t('people:consent.emptyTitle')}
            about={t('people:consent.emptyAbout')}
          />
        }
        filters={
          may('people.edit') && (
            <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('people:consent.add')}
            </Button>
          )
        }
      />
      <FormDialog<Fields>
        open={adding}
        title={t('people:consent.add')}
        act={t('app:action.save')}
        busy={record.isPending}
        initial={{ channel: 'sms', state: 'granted' }}
        onClose={() => setAdding(false)}
        onSubmit={(fields) =>
          record.mutate({
            params: { person: view.person },
            body: { ...fields, purpose: 'marketing' },
          })
        }
      >
        <Form.Item name="channel" label={t('people:consent.what')}>
          <Select options={channels} />
        </Form.Item>
        <Form.Item name="state" label={t('people:consent.state')}>
          <Segmented
            block
            options={(['granted', 'withdrawn'] as const).map((value) => ({
              value,
              label: t(`people:consent.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="evidence"
          label={t('people:consent.evidence')}
          rules={[{ required: true, min: 2 }]}
        >
          <Input.TextArea rows={3} placeholder={t('people:consent.evidenceHint')} />
        </Form.Item>
      </FormDialog>
    </>
  );
}
