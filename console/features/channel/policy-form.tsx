import { type Cap, changePolicy, readPolicy, type SendPolicy } from '@siyu/contract/channel';
import { type ChannelKind, channelKindNames } from '@siyu/contract/content';
import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber, Switch, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOf, useWrite } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { Split, Stack } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import styles from './policy-form.module.css';

/** Quiet hours and caps that every marketing message obeys. */
export function PolicyForm() {
  const policy = useQuery(readOf(readPolicy));
  return (
    <QueryView query={policy}>
      {(found) => <Editor key={JSON.stringify(found)} saved={found as SendPolicy} />}
    </QueryView>
  );
}

const free: Cap = { perDay: null, perWeek: null };

function Editor({ saved }: { readonly saved: SendPolicy }) {
  const { t } = useTranslation();
  const may = useMay();
  const [policy, setPolicy] = useState(saved);
  const change = useWrite(changePolicy, {
    changes: ['channel.read_policy'],
    done: t('channel:policy.saved'),
  });
  const isEditable = may('channels.edit');
  const isChanged = JSON.stringify(policy) !== JSON.stringify(saved);
  const setChannel = (kind: ChannelKind, cap: Cap) => {
    const { [kind]: _, ...rest } = policy.channels;
    const isFree = cap.perDay === null && cap.perWeek === null;
    setPolicy({ ...policy, channels: isFree ? rest : { ...rest, [kind]: cap } });
  };
  return (
    <Stack>
      <Split aside={400}>
        <Panel title={t('channel:policy.caps')} about={t('channel:policy.capsAbout')}>
          <div className={styles.caps}>
            <span />
            <span className={styles.head}>{t('channel:policy.perDay')}</span>
            <span className={styles.head}>{t('channel:policy.perWeek')}</span>
            <b className={styles.all}>{t('channel:policy.overall')}</b>
            <CapInputs
              cap={policy.overall}
              name={t('channel:policy.overall')}
              disabled={!isEditable}
              onChange={(overall) => setPolicy({ ...policy, overall })}
            />
            {channelKindNames.map((kind) => (
              <Fragment key={kind}>
                <ChannelMark channel={kind} />
                <CapInputs
                  cap={policy.channels[kind] ?? free}
                  name={kind}
                  disabled={!isEditable}
                  onChange={(cap) => setChannel(kind, cap)}
                />
              </Fragment>
            ))}
          </div>
        </Panel>
        <Panel
          title={t('channel:policy.quiet')}
          about={t('channel:policy.quietAbout')}
          extra={
            <Switch
              checked={policy.quiet !== null}
              disabled={!isEditable}
              aria-label={t('channel:policy.quiet')}
              onChange={(on) =>
                setPolicy({ ...policy, quiet: on ? { from: '21:00', until: '09:00' } : null })
              }
            />
          }
        >
          {policy.quiet ? (
            <div className={styles.quiet}>
              <Clock
                value={policy.quiet.from}
                label={t('channel:policy.from')}
                disabled={!isEditable}
                onChange={(from) =>
                  policy.quiet && setPolicy({ ...policy, quiet: { ...policy.quiet, from } })
                }
              />
              {t('channel:policy.until')}
              <Clock
                value={policy.quiet.until}
                label={t('channel:policy.until')}
                disabled={!isEditable}
                onChange={(until) =>
                  policy.quiet && setPolicy({ ...policy, quiet: { ...policy.quiet, until } })
                }
              />
            </div>
          ) : (
            <span style={{ color: 'var(--warning)' }}>{t('channel:policy.noQuiet')}</span>
          )}
        </Panel>
      </Split>
      {isEditable && (
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button disabled={!isChanged} onClick={() => setPolicy(saved)}>
            {t('app:action.cancel')}
          </Button>
          <Button
            type="primary"
            disabled={!isChanged}
            loading={change.isPending}
            onClick={() => change.mutate({ body: policy })}
          >
            {t('channel:policy.save')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

interface CapInputsProps {
  readonly cap: Cap;
  readonly name: string;
  readonly disabled: boolean;
  readonly onChange: (cap: Cap) => void;
}

function CapInputs({ cap, name, disabled, onChange }: CapInputsProps) {
  const { t } = useTranslation();
  const input = (span: 'perDay' | 'perWeek') => (
    <InputNumber
      min={0}
      max={1_000}
      precision={0}
      value={cap[span]}
      disabled={disabled}
      placeholder={t('channel:policy.unlimited')}
      aria-label={`${name} ${t(`channel:policy.${span}`)}`}
      style={{ width: '100%' }}
      onChange={(value) => onChange({ ...cap, [span]: value })}
    />
  );
  return (
    <>
      {input('perDay')}
      {input('perWeek')}
    </>
  );
}

interface ClockProps {
  readonly value: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

function Clock({ value, label, disabled, onChange }: ClockProps) {
  return (
    <TimePicker
      value={dayjs(`2000-01-01T${value}`)}
      format="HH:mm"
      minuteStep={5}
      allowClear={false}
      needConfirm={false}
      disabled={disabled}
      aria-label={label}
      style={{ width: 120 }}
      onChange={(time) => time && onChange(time.format('HH:mm'))}
    />
  );
}
