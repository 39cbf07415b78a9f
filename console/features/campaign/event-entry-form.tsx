import { FilterOutlined } from '@ant-design/icons';
import type { EventEntry, Reentry, Wait } from '@siyu/contract/journey';
import { Button, Form, InputNumber, Select, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { EventSelect } from '../../ui/event-select.tsx';
import { Panel } from '../../ui/panel.tsx';
import { FilterLine } from '../../ui/rule-builder/filter-line.tsx';
import { newFilter } from '../../ui/rule-builder/new-leaf.ts';
import { useProperties } from '../../ui/rule-builder/use-properties.ts';
import styles from './campaign.module.css';
import type { Draft } from './draft.ts';
import { RecheckForm } from './recheck-form.tsx';

type Entry = Draft['event'];

export interface EventEntryFormProps {
  readonly entry: Entry;
  readonly onChange: (entry: Entry) => void;
}

/** Which event lets people in, after how long they get the message, and how often. */
export function EventEntryForm({ entry, onChange }: EventEntryFormProps) {
  const { t } = useTranslation();
  const properties = useProperties(entry.event ? [entry.event] : []);
  const first =
    properties.find(({ name }) => name === 'category' || name === 'product') ?? properties[0];
  const where = entry.where;
  return (
    <Panel title={t('campaign:event.title')} about={t('campaign:event.about')}>
      <Form layout="vertical" component="div" style={{ maxWidth: 760 }}>
        <Form.Item label={t('campaign:event.when')}>
          <div className={styles.line}>
            <EventSelect
              value={entry.event}
              onChange={(event) => {
                const { event: _, ...rest } = entry;
                onChange({ ...rest, where: [], ...(event ? { event } : {}) });
              }}
            />
            {first && (
              <Button
                type="text"
                icon={<FilterOutlined />}
                onClick={() => onChange({ ...entry, where: [...where, newFilter(first)] })}
              >
                {t('rule:addFilter')}
              </Button>
            )}
          </div>
          {[...where.entries()].map(([index, filter]) => (
            <FilterLine
              key={index}
              filter={filter}
              event={entry.event ?? ''}
              properties={properties}
              onChange={(next) =>
                onChange({
                  ...entry,
                  where: where.map((each, at) => (at === index ? next : each)),
                })
              }
              onRemove={() => onChange({ ...entry, where: where.filter((_, at) => at !== index) })}
            />
          ))}
        </Form.Item>
        <Form.Item label={t('campaign:event.wait')}>
          <WaitInput wait={entry.wait} onChange={(wait) => onChange({ ...entry, wait })} />
        </Form.Item>
        <Form.Item label={t('campaign:event.recheck')} extra={t('campaign:event.recheckAbout')}>
          <RecheckForm
            recheck={entry.recheck ?? null}
            onChange={(recheck) => onChange({ ...entry, recheck })}
          />
        </Form.Item>
        <Form.Item label={t('campaign:event.reentry')} style={{ marginBottom: 0 }}>
          <ReentryInput
            reentry={entry.reentry}
            onChange={(reentry) => onChange({ ...entry, reentry })}
          />
        </Form.Item>
      </Form>
    </Panel>
  );
}

const waits: Readonly<Record<Wait['kind'], Wait>> = {
  none: { kind: 'none' },
  minutes: { kind: 'minutes', minutes: 30 },
  days: { kind: 'days', days: 7 },
  hour: { kind: 'hour', days: 1, at: '10:00' },
};

interface WaitInputProps {
  readonly wait: EventEntry['wait'];
  readonly onChange: (wait: Wait) => void;
}

function WaitInput({ wait, onChange }: WaitInputProps) {
  const { t } = useTranslation();
  const number = (value: number, set: (next: number) => void) => (
    <InputNumber
      min={0}
      value={value}
      aria-label={t('rule:value')}
      style={{ width: 100 }}
      onChange={(next) => set(next ?? 1)}
    />
  );
  return (
    <div className={styles.line}>
      <Select
        value={wait.kind}
        aria-label={t('campaign:event.wait')}
        options={Object.keys(waits).map((value) => ({ value, label: t(`campaign:wait.${value}`) }))}
        popupMatchSelectWidth={false}
        onChange={(kind: Wait['kind']) => onChange(waits[kind])}
      />
      {wait.kind === 'minutes' && (
        <>
          {number(wait.minutes, (minutes) => onChange({ kind: 'minutes', minutes }))}
          <span className={styles.word}>{t('campaign:minutes')}</span>
        </>
      )}
      {wait.kind === 'days' && (
        <>
          {number(wait.days, (days) => onChange({ kind: 'days', days }))}
          <span className={styles.word}>{t('rule:days')}</span>
        </>
      )}
      {wait.kind === 'hour' && (
        <>
          {number(wait.days, (days) => onChange({ ...wait, days }))}
          <span className={styles.word}>{t('campaign:daysLater')}</span>
          <TimePicker
            format="HH:mm"
            allowClear={false}
            value={dayjs(wait.at, 'HH:mm')}
            onChange={(at) => at && onChange({ ...wait, at: at.format('HH:mm') })}
          />
        </>
      )}
    </div>
  );
}

const reentries: Readonly<Record<Reentry['kind'], Reentry>> = {
  once: { kind: 'once' },
  after: { kind: 'after', days: 30 },
  always: { kind: 'always' },
};

interface ReentryInputProps {
  readonly reentry: Reentry;
  readonly onChange: (reentry: Reentry) => void;
}

function ReentryInput({ reentry, onChange }: ReentryInputProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <Select
        value={reentry.kind}
        aria-label={t('campaign:event.reentry')}
        options={Object.keys(reentries).map((value) => ({
          value,
          label: t(`campaign:reentry.${value}`),
        }))}
        popupMatchSelectWidth={false}
        onChange={(kind: Reentry['kind']) => onChange(reentries[kind])}
      />
      {reentry.kind === 'after' && (
        <>
          <InputNumber
            min={1}
            value={reentry.days}
            aria-label={t('rule:value')}
            style={{ width: 100 }}
            onChange={(days) => onChange({ kind: 'after', days: days ?? 1 })}
          />
          <span className={styles.word}>{t('rule:days')}</span>
        </>
      )}
    </div>
  );
}
