/**
 * The kinds of identifier, strongest first: the order is the priority in stitching.
 * `code` is stored and never changes. `limit` is how many of a kind one person may hold before a further one is refused
 * (Segment's published defaults: user_id 1, others 5). `known` kinds make a person known; people with none are anonymous.
 * `personal` values are kept only in the personal box and masked.
 */
export const identifierKinds = {
  user_id: { code: 1, limit: 1, known: true, personal: false, zh: '会员编号', en: 'Member id' },
  member_card: {
    code: 2,
    limit: 5,
    known: true,
    personal: true,
    zh: '会员卡号',
    en: 'Member card',
  },
  unionid: {
    code: 3,
    limit: 1,
    known: true,
    personal: true,
    zh: '微信 UnionID',
    en: 'WeChat UnionID',
  },
  phone: { code: 4, limit: 5, known: true, personal: true, zh: '手机号', en: 'Phone' },
  email: { code: 5, limit: 5, known: true, personal: true, zh: '邮箱', en: 'Email' },
  openid: {
    code: 6,
    limit: 5,
    known: true,
    personal: true,
    zh: '微信 OpenID',
    en: 'WeChat OpenID',
  },
  external_userid: {
    code: 7,
    limit: 5,
    known: true,
    personal: true,
    zh: '企业微信客户号',
    en: 'WeCom contact id',
  },
  tmall_id: { code: 8, limit: 5, known: true, personal: true, zh: '天猫账号', en: 'Tmall account' },
  jd_id: { code: 9, limit: 5, known: true, personal: true, zh: '京东账号', en: 'JD account' },
  device_id: { code: 10, limit: 5, known: false, personal: true, zh: '设备号', en: 'Device id' },
  anonymous_id: {
    code: 11,
    limit: 50,
    known: false,
    personal: false,
    zh: '匿名访客号',
    en: 'Anonymous id',
  },
} as const;

export type IdentifierKind = keyof typeof identifierKinds;

export const identifierKindNames = Object.keys(identifierKinds) as readonly IdentifierKind[];
