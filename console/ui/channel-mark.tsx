import {
  AppstoreOutlined,
  BellOutlined,
  MailOutlined,
  MessageOutlined,
  TeamOutlined,
  WechatOutlined,
} from '@ant-design/icons';
import { type ChannelKind, channelKinds } from '@siyu/contract/content';
import type { ReactNode } from 'react';
import { useNameOf } from '../kit/language/index.ts';

const icons: Readonly<Record<ChannelKind, ReactNode>> = {
  sms: <MessageOutlined />,
  email: <MailOutlined />,
  wecom: <TeamOutlined />,
  official_account: <WechatOutlined />,
  mini_program: <AppstoreOutlined />,
  app_push: <BellOutlined />,
};

/** The icon of a channel. */
export const channelIcon = (channel: ChannelKind): ReactNode => icons[channel];

/** A channel's icon and name. */
export function ChannelMark({ channel }: { readonly channel: ChannelKind }) {
  const nameOf = useNameOf();
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6, whiteSpace: 'nowrap' }}>
      <span style={{ color: 'var(--ink3)' }}>{icons[channel]}</span>
      {nameOf(channelKinds[channel])}
    </span>
  );
}
