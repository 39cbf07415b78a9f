import {
  ApartmentOutlined,
  ApiOutlined,
  AuditOutlined,
  BookOutlined,
  FileTextOutlined,
  FunnelPlotOutlined,
  HomeOutlined,
  ImportOutlined,
  InboxOutlined,
  KeyOutlined,
  LineChartOutlined,
  NotificationOutlined,
  SendOutlined,
  TagsOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  UnorderedListOutlined,
  UserOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import type { Permission } from '@siyu/contract/org';
import type { ReactNode } from 'react';

/** One screen in the navigation; its name is `app:nav.<name>`. */
export interface NavItem {
  readonly name: string;
  readonly to: string;
  readonly icon: ReactNode;
  readonly permission: Permission | null;
  /** Stands in the bottom bar of a phone. */
  readonly onPhone?: boolean;
}

export interface NavGroup {
  /** `app:navGroup.<name>`; null for what stands alone on top. */
  readonly name: string | null;
  readonly items: readonly NavItem[];
}

/** The navigation follows the ring: data → people → engage → insight, held by the organisation. */
export const navigation: readonly NavGroup[] = [
  {
    name: null,
    items: [{ name: 'home', to: '/', icon: <HomeOutlined />, permission: null, onPhone: true }],
  },
  {
    name: 'data',
    items: [
      { name: 'sources', to: '/sources', icon: <ApiOutlined />, permission: 'sources.read' },
      { name: 'live', to: '/live', icon: <ThunderboltOutlined />, permission: 'sources.read' },
      { name: 'imports', to: '/imports', icon: <ImportOutlined />, permission: 'imports.read' },
    ],
  },
  {
    name: 'people',
    items: [
      {
        name: 'people',
        to: '/people',
        icon: <UserOutlined />,
        permission: 'people.read',
        onPhone: true,
      },
      { name: 'tags', to: '/tags', icon: <TagsOutlined />, permission: 'tags.read' },
      {
        name: 'segments',
        to: '/segments',
        icon: <TeamOutlined />,
        permission: 'segments.read',
        onPhone: true,
      },
    ],
  },
  {
    name: 'engage',
    items: [
      {
        name: 'campaigns',
        to: '/campaigns',
        icon: <SendOutlined />,
        permission: 'campaigns.read',
        onPhone: true,
      },
      {
        name: 'templates',
        to: '/templates',
        icon: <FileTextOutlined />,
        permission: 'content.read',
      },
      {
        name: 'channels',
        to: '/channels',
        icon: <NotificationOutlined />,
        permission: 'deliveries.read',
      },
      {
        name: 'deliveries',
        to: '/deliveries',
        icon: <UnorderedListOutlined />,
        permission: 'deliveries.read',
      },
      { name: 'inbox', to: '/inbox', icon: <InboxOutlined />, permission: 'deliveries.read' },
    ],
  },
  {
    name: 'insight',
    items: [
      {
        name: 'events',
        to: '/insight/events',
        icon: <LineChartOutlined />,
        permission: 'segments.read',
      },
      {
        name: 'funnel',
        to: '/insight/funnel',
        icon: <FunnelPlotOutlined />,
        permission: 'segments.read',
      },
      {
        name: 'metrics',
        to: '/insight/metrics',
        icon: <BookOutlined />,
        permission: 'insight.read',
      },
    ],
  },
  {
    name: 'organisation',
    items: [
      { name: 'tree', to: '/organisation', icon: <ApartmentOutlined />, permission: 'org.read' },
      { name: 'users', to: '/users', icon: <UserSwitchOutlined />, permission: 'users.read' },
      { name: 'keys', to: '/keys', icon: <KeyOutlined />, permission: 'keys.edit' },
      { name: 'audit', to: '/audit', icon: <AuditOutlined />, permission: 'audit.read' },
    ],
  },
];
