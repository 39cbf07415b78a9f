/** Display names in both languages of what the played brand states. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const eventWords: Readonly<Record<string, Words>> = {
  'Mini Program Opened': { zh: '打开小程序', en: 'Mini program opened' },
  'Application Opened': { zh: '打开 App', en: 'App opened' },
  'Signed Up': { zh: '注册会员', en: 'Signed up' },
  'Signed In': { zh: '登录', en: 'Signed in' },
  'Products Searched': { zh: '搜索商品', en: 'Products searched' },
  'Product List Viewed': { zh: '浏览商品列表', en: 'Product list viewed' },
  'Product Viewed': { zh: '浏览商品', en: 'Product viewed' },
  'Product Added': { zh: '加入购物车', en: 'Added to cart' },
  'Product Removed': { zh: '移出购物车', en: 'Removed from cart' },
  'Product Added to Wishlist': { zh: '收藏商品', en: 'Added to wishlist' },
  'Product Shared': { zh: '分享商品', en: 'Product shared' },
  'Product Reviewed': { zh: '评价商品', en: 'Product reviewed' },
  'Cart Viewed': { zh: '查看购物车', en: 'Cart viewed' },
  'Checkout Started': { zh: '提交结算', en: 'Checkout started' },
  'Coupon Claimed': { zh: '领取优惠券', en: 'Coupon claimed' },
  'Live Stream Watched': { zh: '观看直播', en: 'Live stream watched' },
  'Service Booked': { zh: '预约服务', en: 'Service booked' },
  'Store Visited': { zh: '到店', en: 'Store visited' },
  'WeCom Contact Added': { zh: '添加企业微信', en: 'WeCom contact added' },
  'WeCom Contact Removed': { zh: '删除企业微信', en: 'WeCom contact removed' },
  'WeCom Chatted': { zh: '与导购聊天', en: 'Chatted with guide' },
};

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
