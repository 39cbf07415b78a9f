/** Display names in both languages of what the played brand states. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const propertyWords: Readonly<Record<string, Words>> = {
  product_id: { zh: '商品编码', en: 'SKU' },
  name: { zh: '名称', en: 'Name' },
  category: { zh: '品类', en: 'Category' },
  price: { zh: '价格', en: 'Price' },
  quantity: { zh: '数量', en: 'Quantity' },
  currency: { zh: '币种', en: 'Currency' },
  value: { zh: '金额', en: 'Value' },
  query: { zh: '搜索词', en: 'Query' },
  method: { zh: '方式', en: 'Method' },
  from: { zh: '来源入口', en: 'Entry' },
  path: { zh: '页面路径', en: 'Path' },
  to: { zh: '分享到', en: 'Shared to' },
  rating: { zh: '评分', en: 'Rating' },
  coupon: { zh: '优惠券', en: 'Coupon' },
  room: { zh: '直播间', en: 'Live room' },
  minutes: { zh: '观看分钟', en: 'Minutes' },
  service: { zh: '服务项目', en: 'Service' },
  store: { zh: '门店', en: 'Store' },
  purpose: { zh: '来意', en: 'Purpose' },
  scene: { zh: '添加场景', en: 'Scene' },
  staff: { zh: '导购', en: 'Guide' },
  by: { zh: '操作方', en: 'By' },
  topic: { zh: '话题', en: 'Topic' },
  messages: { zh: '消息数', en: 'Messages' },
};

export const traitWords: Readonly<Record<string, Words>> = {
  name: { zh: '姓名', en: 'Name' },
  gender: { zh: '性别', en: 'Gender' },
  birthday: { zh: '生日', en: 'Birthday' },
  city: { zh: '城市', en: 'City' },
  province: { zh: '省份', en: 'Province' },
  level: { zh: '会员等级', en: 'Level' },
  home_store: { zh: '归属门店', en: 'Home store' },
  registered_at: { zh: '注册时间', en: 'Registered at' },
  register_channel: { zh: '注册渠道', en: 'Registered through' },
  wecom_guide: { zh: '企微导购', en: 'WeCom guide' },
};
