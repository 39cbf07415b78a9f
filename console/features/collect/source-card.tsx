import {
  ApiOutlined,
  CloudServerOutlined,
  FileTextOutlined,
  GlobalOutlined,
  MobileOutlined,
  ShopOutlined,
  ShoppingOutlined,
  TeamOutlined,
  WechatOutlined,
} from '@ant-design/icons';
import { sourceRoutes } from '@siyu/contract/collect';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ItemOf, readOf } from '../../kit/api/index.ts';
import { formatRatio } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { Sparkline } from '../../ui/chart/sparkline.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { CountText } from '../../ui/text.tsx';
import { hourly } from './hourly.ts';
import styles from './source-card.module.css';

export type Source = ItemOf<typeof sourceRoutes.listSources>;

const sourceIcons: Readonly<Record<string, ReactNode>> = {
  site: <GlobalOutlined />,
  mini_program: <WechatOutlined />,
  app: <MobileOutlined />,
  shop: <ShoppingOutlined />,
  pos: <ShopOutlined />,
  wecom: <TeamOutlined />,
  file: <FileTextOutlined />,
  server: <CloudServerOutlined />,
};

export interface SourceCardProps {
  readonly source: Source;
  readonly onOpen: () => void;
}

/** A source with its day: how much came in, and how much of it was not understood. */
export function SourceCard({ source, onOpen }: SourceCardProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = useNameOf();
  const volume = useQuery({
    ...readOf(sourceRoutes.sourceVolume, { params: { source: source.id }, query: { hours: 24 } }),
    enabled: source.accepted > 0,
    staleTime: 60_000,
  });
  const all = source.accepted + source.quarantined;
  return (
    <button type="button" className={styles.card} onClick={onOpen}>
      <span className={styles.top}>
        <span className={styles.icon}>{sourceIcons[source.kind] ?? <ApiOutlined />}</span>
        <span className={styles.words}>
          <div className={styles.name}>{source.name}</div>
          <div className={styles.place}>
            {t(`collect:kind.${source.kind}`)} · {nameOf(source.node)}
          </div>
        </span>
        <StateTag tone={source.closedAt ? 'quiet' : source.accepted > 0 ? 'good' : 'wait'}>
          {t(
            source.closedAt
              ? 'collect:source.closed'
              : source.accepted > 0
                ? 'collect:source.live'
                : 'collect:source.silent',
          )}
        </StateTag>
      </span>
      <span className={styles.bottom}>
        <span>
          <div className={styles.number}>
            <CountText value={source.accepted} />
          </div>
          <div className={styles.note}>
            {t('collect:source.lastDay')}
            {source.quarantined > 0 && (
              <span className={styles.bad}>
                {' · '}
                {t('collect:source.rejected', {
                  share: formatRatio(all === 0 ? null : source.quarantined / all, locale),
                })}
              </span>
            )}
          </div>
        </span>
        {volume.data && <Sparkline values={hourly(volume.data.minutes)} />}
      </span>
    </button>
  );
}
