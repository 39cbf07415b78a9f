/** A value that a template may name. `sample` stands in where no real person is chosen. */
export interface VariableEntry {
  readonly zh: string;
  readonly en: string;
  readonly sample: string;
  /** May be missing for some people, so a template must give a fallback: `{{ person.name | default: '朋友' }}`. */
  readonly optional: boolean;
  /** Only messages that answer an event have it. */
  readonly eventOnly: boolean;
}

/** The dictionary of variables; what is not in it is an error in a template. */
export const templateVariables = {
  'person.name': v('姓名', 'Name', '王小雨'),
  'person.first_name': v('名', 'First name', '小雨'),
  'person.gender': v('性别', 'Gender', '女'),
  'person.city': v('城市', 'City', '杭州'),
  'person.province': v('省份', 'Province', '浙江'),
  'person.birthday': v('生日（月-日）', 'Birthday (month-day)', '05-20'),
  'person.level': v('会员等级', 'Level', '金卡'),
  'person.points': v('积分', 'Points', '1280'),
  'event.product': v('商品', 'Product', '3 匹变频柜机空调', true),
  'event.category': v('品类', 'Category', '空调', true),
  'event.order_id': v('订单号', 'Order number', 'SO-20260501-0007', true),
  'event.amount': v('金额', 'Amount', '4,999.00', true),
  'event.store': v('门店', 'Store', '杭州西湖店', true),
  'event.date': v('日期', 'Date', '2026-05-01', true),
  'brand.name': {
    zh: '品牌名称',
    en: 'Brand name',
    sample: '思雨家居',
    optional: false,
    eventOnly: false,
  },
  unsubscribe_url: {
    zh: '退订链接',
    en: 'Unsubscribe link',
    sample: 'https://example.com/u/preview',
    optional: false,
    eventOnly: false,
  },
} as const satisfies Readonly<Record<string, VariableEntry>>;

export type TemplateVariable = keyof typeof templateVariables;

function v(zh: string, en: string, sample: string, eventOnly = false): VariableEntry {
  return { zh, en, sample, optional: true, eventOnly };
}
