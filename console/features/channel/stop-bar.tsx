import { CheckOutlined, PauseOutlined, StopOutlined } from '@ant-design/icons';
import { readStop, resumeOutgoing } from '@siyu/contract/channel';
import { channelKinds } from '@siyu/contract/content';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOf, useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { ActorName } from '../../ui/actor-name.tsx';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { CountText, TimeText } from '../../ui/text.tsx';
import styles from './stop-bar.module.css';
import { StopDialog } from './stop-dialog.tsx';

/** What waits and what is on its way, and the one red button that holds everything back. */
export function StopBar() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const may = useMay();
  const ask = useConfirmDanger();
  const [asking, setAsking] = useState(false);
  const stop = useQuery({ ...readOf(readStop), refetchInterval: 5_000 });
  const resume = useWrite(resumeOutgoing, {
    changes: ['channel.'],
    done: t('channel:stop.resumed'),
  });
  const status = stop.data;
  if (stop.isError && !status) {
    return <ErrorState error={stop.error} retry={() => void stop.refetch()} />;
  }
  if (!status) return <Skeleton.Node active style={{ width: '100%', height: 74 }} />;
  const halted = status.stoppedChannels.map((kind) => nameOf(channelKinds[kind]));
  return (
    <section
      className={styles.bar}
      data-stopped={status.stopped}
      aria-label={t('channel:stop.act')}
    >
      <span className={styles.mark}>{status.stopped ? <PauseOutlined /> : <CheckOutlined />}</span>
      <div className={styles.words} role="status">
        <div className={styles.title}>
          {status.stopped
            ? t('channel:stop.stopped')
            : halted.length > 0
              ? t('channel:stop.some', { channels: halted.join(t('channel:comma')) })
              : t('channel:stop.flowing')}
        </div>
        <div className={styles.note}>
          {status.since && (
            <>
              <TimeText at={status.since} /> · <ActorName name={status.by} />
              {status.reason && ` · ${status.reason}`}
            </>
          )}
          {!status.since && t('channel:stop.about')}
        </div>
      </div>
      <div className={styles.figures}>
        <div className={styles.figure}>
          <div className={styles.number}>
            <CountText value={status.waiting} />
          </div>
          {t('channel:field.waiting')}
        </div>
        <div className={styles.figure}>
          <div className={styles.number}>
            <CountText value={status.inFlight} />
          </div>
          {t('channel:field.inFlight')}
        </div>
      </div>
      {may('channels.stop') && (
        <div className={styles.act}>
          {status.stopped ? (
            <Button
              type="primary"
              size="large"
              loading={resume.isPending}
              onClick={() =>
                ask({
                  title: t('channel:stop.resumeTitle'),
                  consequence: t('channel:stop.resumeConsequence', { count: status.waiting }),
                  act: t('channel:stop.resume'),
                  onConfirm: () => resume.mutateAsync({ body: {} }),
                })
              }
            >
              {t('channel:stop.resume')}
            </Button>
          ) : (
            <Button
              danger
              type="primary"
              size="large"
              icon={<StopOutlined />}
              onClick={() => setAsking(true)}
            >
              {t('channel:stop.act')}
            </Button>
          )}
        </div>
      )}
      <StopDialog open={asking} status={status} onClose={() => setAsking(false)} />
    </section>
  );
}
