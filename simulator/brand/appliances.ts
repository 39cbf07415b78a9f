import type { Category, Shelf } from './catalogue.ts';

const appliance = (code: string, zh: string, en: string, weight: number): Category => ({
  code,
  zh,
  en,
  brand: 'appliance',
  weight,
  serial: true,
});

export const appliances: readonly Shelf[] = [
  [
    appliance('air_conditioner', '空调', 'Air conditioners', 10),
    [
      ['云风 大1匹 新一级变频挂机', 'Yunfeng 1 HP inverter wall unit', 2199],
      ['云风 1.5匹 新一级变频挂机', 'Yunfeng 1.5 HP inverter wall unit', 2699],
      ['静眠 1.5匹 母婴柔风挂机', 'Jingmian 1.5 HP soft-wind wall unit', 3499],
      ['云风 2匹 变频立式柜机', 'Yunfeng 2 HP inverter tower', 5299],
      ['云风 3匹 新风柜机', 'Yunfeng 3 HP fresh-air tower', 8499],
    ],
  ],
  [
    appliance('refrigerator', '冰箱', 'Refrigerators', 6),
    [
      ['鲜屿 216L 三门节能冰箱', 'Xianyu 216 L three-door', 1599],
      ['鲜屿 405L 十字四门冰箱', 'Xianyu 405 L four-door', 3299],
      ['鲜屿 518L 零嵌法式冰箱', 'Xianyu 518 L built-in French door', 6299],
      ['鲜屿 630L 母婴分储冰箱', 'Xianyu 630 L nursery storage', 9999],
    ],
  ],
  [
    appliance('washer', '洗衣机', 'Washers', 6),
    [
      ['净澈 8kg 波轮洗衣机', 'Jingche 8 kg top loader', 999],
      ['净澈 10kg 滚筒洗衣机', 'Jingche 10 kg front loader', 2399],
      ['净澈 10kg 洗烘一体机', 'Jingche 10 kg washer-dryer', 3799],
      ['净澈 热泵洗烘套装', 'Jingche heat-pump pair', 7999],
    ],
  ],
  [
    appliance('television', '电视', 'Televisions', 4),
    [
      ['观山 55英寸 4K 电视', 'Guanshan 55-inch 4K', 2299],
      ['观山 65英寸 高刷电视', 'Guanshan 65-inch high refresh', 3699],
      ['观山 75英寸 Mini LED', 'Guanshan 75-inch Mini LED', 6999],
      ['观山 98英寸 巨幕电视', 'Guanshan 98-inch', 13999],
    ],
  ],
  [
    appliance('water_heater', '热水器', 'Water heaters', 4),
    [
      ['暖川 60L 电热水器', 'Nuanchuan 60 L electric', 1099],
      ['暖川 16L 零冷水燃气热水器', 'Nuanchuan 16 L instant gas', 2799],
      ['暖川 18L 静音燃气热水器', 'Nuanchuan 18 L silent gas', 3999],
    ],
  ],
  [
    appliance('range_hood', '烟机灶具', 'Hoods and hobs', 3),
    [
      ['拢烟 侧吸式油烟机', 'Longyan side-draught hood', 1899],
      ['拢烟 大风量烟灶套装', 'Longyan hood and hob set', 3599],
      ['拢烟 变频超薄烟灶消套装', 'Longyan hood, hob and steriliser', 6599],
    ],
  ],
  [
    appliance('water_purifier', '净水器', 'Water purifiers', 5),
    [
      ['清源 600G 反渗透净水器', 'Qingyuan 600 G purifier', 1499],
      ['清源 1000G 矿物质净水器', 'Qingyuan 1000 G mineral', 2599],
      ['清源 1200G 加热净饮机', 'Qingyuan 1200 G heated', 3999],
    ],
  ],
  [
    appliance('robot_vacuum', '扫地机器人', 'Robot vacuums', 6),
    [
      ['拾光 S1 扫拖机器人', 'Shiguang S1 sweep and mop', 1299],
      ['拾光 S5 自集尘机器人', 'Shiguang S5 self-empty', 2499],
      ['拾光 S9 全能基站机器人', 'Shiguang S9 all-in-one dock', 3999],
    ],
  ],
  [
    appliance('air_purifier', '空气净化器', 'Air purifiers', 3),
    [
      ['青岚 小户型净化器', 'Qinglan compact purifier', 799],
      ['青岚 除甲醛净化器', 'Qinglan formaldehyde purifier', 1899],
      ['青岚 宠物家庭净化器', 'Qinglan pet purifier', 2599],
    ],
  ],
  [
    { ...appliance('kitchen_small', '厨房小电', 'Small kitchen appliances', 14), serial: false },
    [
      ['一人食 迷你电饭煲', 'Solo mini rice cooker', 199],
      ['轻食 5L 空气炸锅', 'Light 5 L air fryer', 329],
      ['晨光 多士炉早餐机', 'Morning toaster set', 259],
      ['醇享 半自动咖啡机', 'Chunxiang espresso machine', 1299],
      ['静音 破壁机', 'Quiet high-speed blender', 599],
      ['蒸烤一体 台式烤箱', 'Steam oven, counter-top', 1799],
    ],
  ],
];
