import type { IdentifierKind } from '../identity/kinds.ts';

/** What a channel kind can carry. Lengths are in characters (Unicode code points) after rendering. */
export interface ChannelKindEntry {
  /** The identifier that is its address. */
  readonly address: IdentifierKind;
  readonly format: 'text' | 'html';
  /** 0 = this channel has no subject line. */
  readonly subjectLimit: number;
  readonly bodyLimit: number;
  /** Billed in parts of this many characters; 0 = by message. */
  readonly partLength: number;
  /** What reaches us back from it; the rest is shown as "not measurable". */
  readonly receipts: readonly ('delivered' | 'opened' | 'clicked' | 'replied')[];
  readonly zh: string;
  readonly en: string;
}

/**
 * Every kind of touchpoint a message can take. The kind decides the address and the channel of consent (same name); the
 * provider behind it decides how the message leaves. SMS: 70 characters in one message, 67 in each part of a longer one.
 */
export const channelKinds = {
  sms: {
    address: 'phone',
    format: 'text',
    subjectLimit: 0,
    bodyLimit: 500,
    partLength: 70,
    receipts: ['delivered', 'clicked', 'replied'],
    zh: '短信',
    en: 'SMS',
  },
  email: {
    address: 'email',
    format: 'html',
    subjectLimit: 150,
    bodyLimit: 100_000,
    partLength: 0,
    receipts: ['opened', 'clicked'],
    zh: '邮件',
    en: 'Email',
  },
  wecom: {
    address: 'external_userid',
    format: 'text',
    subjectLimit: 0,
    bodyLimit: 1_300,
    partLength: 0,
    receipts: ['delivered', 'clicked', 'replied'],
    zh: '企业微信',
    en: 'WeCom',
  },
  official_account: {
    address: 'openid',
    format: 'text',
    subjectLimit: 0,
    bodyLimit: 600,
    partLength: 0,
    receipts: ['delivered', 'clicked', 'replied'],
    zh: '公众号',
    en: 'Official Account',
  },
  mini_program: {
    address: 'openid',
    format: 'text',
    subjectLimit: 20,
    bodyLimit: 200,
    partLength: 0,
    receipts: ['delivered', 'clicked'],
    zh: '小程序订阅消息',
    en: 'Mini program message',
  },
  app_push: {
    address: 'device_id',
    format: 'text',
    subjectLimit: 40,
    bodyLimit: 200,
    partLength: 0,
    receipts: ['delivered', 'opened', 'clicked'],
    zh: 'App 推送',
    en: 'App push',
  },
} as const satisfies Readonly<Record<string, ChannelKindEntry>>;

export type ChannelKind = keyof typeof channelKinds;
export const channelKindNames = Object.keys(channelKinds) as readonly ChannelKind[];

/** Marketing needs a grant; service (about the person's own order or account) must only not be withdrawn. */
export const messageCategories = {
  marketing: { zh: '营销', en: 'Marketing' },
  service: { zh: '服务通知', en: 'Service' },
} as const;
export type MessageCategory = keyof typeof messageCategories;
export const messageCategoryNames = Object.keys(messageCategories) as readonly MessageCategory[];
