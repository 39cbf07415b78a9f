import type { CalendarRule, Timing } from '@siyu/contract/journey';
import {
  Checkbox,
  DatePicker,
  Form,
  Input,
  InputNumber,
  Segmented,
  Select,
  Slider,
  TimePicker,
} from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useZone } from '../../kit/zone.ts';
import { EventSelect } from '../../ui/event-select.tsx';
import { Split, Stack } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { StepProps } from './audience-step.tsx';
import styles from './campaign.module.css';
import { ChannelFacts } from './channel-facts.tsx';
import { instantOf, localOf } from './local-time.ts';

const timings: Readonly<Record<Timing['kind'], (zone: string | undefined) => Timing>> = {
  now: () => ({ kind: 'now' }),
  at: (zone) => {
    const today = dayjs(localOf(new Date().toISOString(), zone));
    return { kind: 'at', at: instantOf(today.add(1, 'day').format('YYYY-MM-DDT10:00'), zone) };
  },
  recurring: () => ({
    kind: 'recurring',
    rule: { every: 'week', weekdays: [1], time: '10:00' },
  }),
};

/** Its name, when it leaves, what counts as success, and who is held out to prove it. */
export function TimingStep({ draft, onChange }: StepProps) {
  const { t } = useTranslation();
  const zone = useZone();
  const { timing } = draft.segment;
  const setTiming = (next: Timing) =>
    onChange({ ...draft, segment: { ...draft.segment, timing: next } });
  const { goal } = draft;
  return (
    <Split aside={360}>
      <Stack>
        <Panel title={t('campaign:timing.title')}>
          <Form layout="vertical" component="div" style={{ maxWidth: 760 }}>
            <Form.Item label={t('campaign:field.name')} required>
              <Input
                value={draft.name}
                maxLength={100}
                aria-label={t('campaign:field.name')}
                placeholder={t('campaign:timing.nameHint')}
                onChange={(event) => onChange({ ...draft, name: event.target.value })}
              />
            </Form.Item>
            {draft.kind === 'segment' && (
              <Form.Item label={t('campaign:timing.when')}>
                <Stack gap={12}>
                  <Segmented
                    className={styles.fits ?? ''}
                    value={timing.kind}
                    options={(['now', 'at', 'recurring'] as const).map((value) => ({
                      value,
                      label: t(`campaign:timing.${value}`),
                    }))}
                    onChange={(kind) => setTiming(timings[kind](zone))}
                  />
                  {timing.kind === 'at' && (
                    <div className={styles.line}>
                      <DatePicker
                        showTime={{ format: 'HH:mm' }}
                        format="YYYY-MM-DD HH:mm"
                        allowClear={false}
                        value={dayjs(localOf(timing.at, zone))}
                        onChange={(at) =>
                          at &&
                          setTiming({
                            kind: 'at',
                            at: instantOf(at.format('YYYY-MM-DDTHH:mm'), zone),
                          })
                        }
                      />
                      {zone && (
                        <span className={styles.word}>{t('campaign:timing.zone', { zone })}</span>
                      )}
                    </div>
                  )}
                  {timing.kind === 'recurring' && (
                    <CalendarInput
                      rule={timing.rule}
                      onChange={(rule) => setTiming({ kind: 'recurring', rule })}
                    />
                  )}
                </Stack>
              </Form.Item>
            )}
            <Form.Item
              label={t('campaign:timing.valid')}
              extra={t('campaign:timing.validAbout')}
              style={{ marginBottom: 0 }}
            >
              <InputNumber
                min={1}
                max={720}
                value={draft.validHours}
                suffix={t('rule:hours')}
                style={{ width: 160 }}
                onChange={(hours) => onChange({ ...draft, validHours: hours ?? 24 })}
              />
            </Form.Item>
          </Form>
        </Panel>
        <Panel title={t('campaign:proof.title')} about={t('campaign:proof.about')}>
          <Form layout="vertical" component="div" style={{ maxWidth: 760 }}>
            <Form.Item label={t('campaign:proof.goal')}>
              <div className={styles.line}>
                <Checkbox
                  checked={goal !== null && goal !== undefined}
                  onChange={(event) =>
                    onChange({
                      ...draft,
                      goal: event.target.checked ? { event: 'order_placed', windowDays: 7 } : null,
                    })
                  }
                >
                  {t('campaign:proof.measure')}
                </Checkbox>
                {goal && (
                  <>
                    <InputNumber
                      min={1}
                      max={90}
                      value={goal.windowDays}
                      aria-label={t('rule:days')}
                      style={{ width: 80 }}
                      onChange={(days) =>
                        onChange({ ...draft, goal: { ...goal, windowDays: days ?? 7 } })
                      }
                    />
                    <span className={styles.word}>{t('campaign:proof.within')}</span>
                    <EventSelect
                      value={goal.event}
                      onChange={(event) =>
                        event && onChange({ ...draft, goal: { ...goal, event } })
                      }
                    />
                  </>
                )}
              </div>
            </Form.Item>
            <Form.Item
              label={t('campaign:proof.holdout', { share: draft.holdoutBasisPoints / 100 })}
              extra={t('campaign:proof.holdoutAbout')}
              style={{ marginBottom: 0 }}
            >
              <Slider
                min={0}
                max={50}
                step={5}
                value={draft.holdoutBasisPoints / 100}
                marks={{ 0: '0%', 10: '10%', 25: '25%', 50: '50%' }}
                onChange={(share: number) =>
                  onChange({ ...draft, holdoutBasisPoints: share * 100 })
                }
              />
            </Form.Item>
          </Form>
        </Panel>
      </Stack>
      {draft.template && <ChannelFacts template={draft.template} />}
    </Split>
  );
}

interface CalendarInputProps {
  readonly rule: CalendarRule;
  readonly onChange: (rule: CalendarRule) => void;
}

const every = ['day', 'week', 'month'] as const;

function CalendarInput({ rule, onChange }: CalendarInputProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <Select
        value={rule.every}
        aria-label={t('campaign:timing.every')}
        options={every.map((value) => ({ value, label: t(`campaign:every.${value}`) }))}
        onChange={(unit: CalendarRule['every']) => {
          const { weekdays: _weekdays, dayOfMonth: _day, ...rest } = rule;
          onChange({
            ...rest,
            every: unit,
            ...(unit === 'week' ? { weekdays: [1] } : {}),
            ...(unit === 'month' ? { dayOfMonth: 1 } : {}),
          });
        }}
      />
      {rule.every === 'week' && (
        <Select
          mode="multiple"
          value={rule.weekdays ?? []}
          aria-label={t('campaign:timing.weekdays')}
          style={{ minWidth: 160 }}
          options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({
            value,
            label: t(`campaign:weekday.${value}`),
          }))}
          onChange={(weekdays: number[]) => weekdays.length > 0 && onChange({ ...rule, weekdays })}
        />
      )}
      {rule.every === 'month' && (
        <InputNumber
          min={1}
          max={31}
          value={rule.dayOfMonth ?? 1}
          aria-label={t('campaign:timing.day')}
          suffix={t('campaign:timing.day')}
          style={{ width: 110 }}
          onChange={(day) => onChange({ ...rule, dayOfMonth: day ?? 1 })}
        />
      )}
      <TimePicker
        format="HH:mm"
        allowClear={false}
        value={dayjs(rule.time, 'HH:mm')}
        onChange={(time) => time && onChange({ ...rule, time: time.format('HH:mm') })}
      />
      <span className={styles.word}>{t('campaign:timing.until')}</span>
      <DatePicker
        value={rule.until ? dayjs(rule.until) : null}
        placeholder={t('campaign:timing.noEnd')}
        onChange={(day) => {
          const { until: _, ...rest } = rule;
          onChange(day ? { ...rest, until: day.format('YYYY-MM-DD') } : rest);
        }}
      />
    </div>
  );
}
