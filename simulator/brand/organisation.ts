/** A node of the played group's tree, parents before children. `city` names a store's city in Chinese. */
export interface OrgNode {
  readonly code: string;
  readonly parent: string | null;
  readonly kind: 'group' | 'brand' | 'dealer' | 'region' | 'store';
  readonly zh: string;
  readonly en: string;
  readonly city?: string;
}

export const organisation: readonly OrgNode[] = [
  { code: 'root', parent: null, kind: 'group', zh: '澜舍集团', en: 'Lanshe Group' },
  { code: 'appliance', parent: 'root', kind: 'brand', zh: '澜舍电器', en: 'Lanshe Appliances' },
  { code: 'living', parent: 'root', kind: 'brand', zh: '栖木生活', en: 'Qimu Living' },
  {
    code: 'appliance-east',
    parent: 'appliance',
    kind: 'region',
    zh: '电器华东大区',
    en: 'Appliances East',
  },
  {
    code: 'appliance-north',
    parent: 'appliance',
    kind: 'region',
    zh: '电器华北大区',
    en: 'Appliances North',
  },
  {
    code: 'dealer-yuehe',
    parent: 'appliance',
    kind: 'dealer',
    zh: '广东粤和经销',
    en: 'Yuehe Trading (Guangdong)',
  },
  {
    code: 'dealer-shuxin',
    parent: 'appliance',
    kind: 'dealer',
    zh: '四川蜀信经销',
    en: 'Shuxin Trading (Sichuan)',
  },
  { code: 'living-east', parent: 'living', kind: 'region', zh: '生活华东大区', en: 'Living East' },
  {
    code: 'living-west',
    parent: 'living',
    kind: 'region',
    zh: '生活中西大区',
    en: 'Living Central and West',
  },
  {
    code: 'S101',
    parent: 'appliance-east',
    kind: 'store',
    zh: '上海徐汇旗舰店',
    en: 'Shanghai Xuhui flagship',
    city: '上海',
  },
  {
    code: 'S102',
    parent: 'appliance-east',
    kind: 'store',
    zh: '杭州湖滨店',
    en: 'Hangzhou Hubin',
    city: '杭州',
  },
  {
    code: 'S103',
    parent: 'appliance-north',
    kind: 'store',
    zh: '北京朝阳店',
    en: 'Beijing Chaoyang',
    city: '北京',
  },
  {
    code: 'S104',
    parent: 'appliance-north',
    kind: 'store',
    zh: '青岛市南店',
    en: 'Qingdao Shinan',
    city: '青岛',
  },
  {
    code: 'S105',
    parent: 'dealer-yuehe',
    kind: 'store',
    zh: '广州天河店',
    en: 'Guangzhou Tianhe',
    city: '广州',
  },
  {
    code: 'S106',
    parent: 'dealer-yuehe',
    kind: 'store',
    zh: '深圳南山店',
    en: 'Shenzhen Nanshan',
    city: '深圳',
  },
  {
    code: 'S107',
    parent: 'dealer-shuxin',
    kind: 'store',
    zh: '成都锦江店',
    en: 'Chengdu Jinjiang',
    city: '成都',
  },
  {
    code: 'S108',
    parent: 'dealer-shuxin',
    kind: 'store',
    zh: '重庆渝中店',
    en: 'Chongqing Yuzhong',
    city: '重庆',
  },
  {
    code: 'S201',
    parent: 'living-east',
    kind: 'store',
    zh: '上海静安生活馆',
    en: 'Shanghai Jing’an living',
    city: '上海',
  },
  {
    code: 'S202',
    parent: 'living-east',
    kind: 'store',
    zh: '南京新街口生活馆',
    en: 'Nanjing Xinjiekou living',
    city: '南京',
  },
  {
    code: 'S203',
    parent: 'living-west',
    kind: 'store',
    zh: '武汉汉口生活馆',
    en: 'Wuhan Hankou living',
    city: '武汉',
  },
  {
    code: 'S204',
    parent: 'living-west',
    kind: 'store',
    zh: '成都太古里生活馆',
    en: 'Chengdu Taikoo living',
    city: '成都',
  },
];

export const stores: readonly OrgNode[] = organisation.filter((node) => node.kind === 'store');

/** Whether a store sells appliances (the other kind sells lifestyle goods). */
export const sellsAppliances = (store: OrgNode): boolean => store.code.startsWith('S1');
