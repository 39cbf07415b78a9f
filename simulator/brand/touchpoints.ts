/** The sources of the played brand: each has a write key of its own in the platform. */
export const touchpoints = {
  mini_program: {
    zh: '微信小程序商城',
    en: 'WeChat mini program',
    org: 'root',
    channel: 'mini_program',
  },
  app: { zh: '澜舍智家 App', en: 'Lanshe Home app', org: 'appliance', channel: 'app' },
  tmall: { zh: '天猫旗舰店', en: 'Tmall flagship shop', org: 'appliance', channel: 'tmall' },
  jd: { zh: '京东自营店', en: 'JD shop', org: 'appliance', channel: 'jd' },
  pos: { zh: '门店云 POS', en: 'Store POS', org: 'root', channel: 'store' },
  wecom: { zh: '企业微信', en: 'WeCom', org: 'root', channel: 'wecom' },
  crm: { zh: '会员系统导入', en: 'Member file', org: 'root', channel: 'file' },
} as const;

export type Touchpoint = keyof typeof touchpoints;

export const touchpointNames = Object.keys(touchpoints) as readonly Touchpoint[];
