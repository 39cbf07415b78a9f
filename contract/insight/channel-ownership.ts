/**
 * Which channels are the brand's own ground (private domain) and which are somebody else's (public domain), by the channel
 * that a source or document carries. A channel belongs to an entry when it has its name or begins with it and `_`
 * (`tmall_outlet`). What stands in neither list counts to the whole and not to the private domain.
 */
export const privateChannels = {
  mini_program: { zh: '小程序', en: 'Mini program' },
  app: { zh: 'App', en: 'App' },
  site: { zh: '官网', en: 'Own site' },
  web: { zh: '官网', en: 'Own site' },
  h5: { zh: 'H5 页面', en: 'H5 pages' },
  mall: { zh: '自有商城', en: 'Own mall' },
  wecom: { zh: '企业微信', en: 'WeCom' },
  official_account: { zh: '公众号', en: 'Official Account' },
  community: { zh: '社群', en: 'Groups' },
  store: { zh: '门店', en: 'Store' },
  pos: { zh: '门店收银', en: 'Till' },
  phone: { zh: '电话', en: 'Phone' },
  sms: { zh: '短信', en: 'SMS' },
  email: { zh: '邮件', en: 'Email' },
} as const;

export const publicChannels = {
  tmall: { zh: '天猫', en: 'Tmall' },
  taobao: { zh: '淘宝', en: 'Taobao' },
  jd: { zh: '京东', en: 'JD' },
  pdd: { zh: '拼多多', en: 'Pinduoduo' },
  pinduoduo: { zh: '拼多多', en: 'Pinduoduo' },
  douyin: { zh: '抖音', en: 'Douyin' },
  kuaishou: { zh: '快手', en: 'Kuaishou' },
  xiaohongshu: { zh: '小红书', en: 'Xiaohongshu' },
  vip: { zh: '唯品会', en: 'Vipshop' },
  suning: { zh: '苏宁易购', en: 'Suning' },
  dewu: { zh: '得物', en: 'Dewu' },
  meituan: { zh: '美团', en: 'Meituan' },
  amazon: { zh: '亚马逊', en: 'Amazon' },
  marketplace: { zh: '第三方平台', en: 'Marketplace' },
} as const;

export type Ownership = 'private' | 'public' | 'unclassified';

/** @example ownershipOf('tmall_outlet') // 'public' */
export function ownershipOf(channel: string): Ownership {
  const isIn = (channels: object) =>
    Object.keys(channels).some((name) => channel === name || channel.startsWith(`${name}_`));
  if (isIn(privateChannels)) return 'private';
  return isIn(publicChannels) ? 'public' : 'unclassified';
}
