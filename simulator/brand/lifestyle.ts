import type { Category, Shelf } from './catalogue.ts';

const living = (code: string, zh: string, en: string, weight: number): Category => ({
  code,
  zh,
  en,
  brand: 'living',
  weight,
  serial: false,
});

export const lifestyle: readonly Shelf[] = [
  [
    living('filter', '滤芯耗材', 'Filters', 22),
    [
      ['扫地机器人尘袋 6只装', 'Robot dust bags, 6', 69],
      ['净水器 PP棉前置滤芯', 'PP cotton pre-filter', 89],
      ['空气净化器 复合滤网', 'Air purifier filter', 229],
      ['净水器 反渗透滤芯', 'Reverse osmosis filter', 399],
    ],
  ],
  [
    living('laundry', '衣物洗护', 'Laundry care', 26),
    [
      ['留香洗衣凝珠 52颗', 'Scented laundry capsules, 52', 49],
      ['真丝羊毛洗衣液 1L', 'Silk and wool wash, 1 l', 59],
      ['洗衣机槽清洁剂 3盒', 'Washer drum cleaner, 3', 39],
      ['内衣除菌洗衣液套装', 'Antibacterial wash set', 99],
    ],
  ],
  [
    living('bedding', '床品家纺', 'Bedding', 14),
    [
      ['乳胶枕 一对', 'Latex pillows, pair', 299],
      ['60支长绒棉四件套', '60-count cotton set', 599],
      ['新疆棉被 8斤', 'Xinjiang cotton quilt', 459],
      ['桑蚕丝四件套', 'Mulberry silk set', 1899],
    ],
  ],
  [
    living('towel', '毛巾浴室', 'Bath', 16),
    [
      ['长绒棉毛巾 3条装', 'Cotton towels, 3', 59],
      ['硅藻泥吸水地垫', 'Diatomite bath mat', 79],
      ['加厚浴巾礼盒', 'Bath sheet gift box', 169],
    ],
  ],
  [
    living('cookware', '锅具厨具', 'Cookware', 14),
    [
      ['一体成型菜刀', 'One-piece kitchen knife', 159],
      ['铸铁炒锅 32cm', 'Cast-iron wok, 32 cm', 329],
      ['珐琅汤锅 24cm', 'Enamel casserole, 24 cm', 499],
      ['三层钢锅具套装', 'Tri-ply cookware set', 999],
    ],
  ],
  [
    living('tableware', '餐具茶具', 'Tableware', 12),
    [
      ['手冲咖啡壶套装', 'Pour-over coffee set', 189],
      ['素釉餐具 16件', 'Matte tableware, 16', 269],
      ['旅行茶具', 'Travel tea set', 139],
      ['骨瓷礼盒 28件', 'Bone china gift box, 28', 899],
    ],
  ],
  [
    living('storage', '收纳整理', 'Storage', 16),
    [
      ['抽屉收纳盒 6只', 'Drawer boxes, 6', 45],
      ['衣物真空袋 10只', 'Vacuum bags, 10', 55],
      ['折叠收纳箱 3只', 'Folding crates, 3', 129],
      ['实木边几', 'Solid-wood side table', 499],
    ],
  ],
  [
    living('fragrance', '香氛蜡烛', 'Fragrance', 10),
    [
      ['白茶无火香薰 150ml', 'White tea diffuser, 150 ml', 99],
      ['雪松香薰蜡烛', 'Cedar candle', 129],
      ['香薰机', 'Aroma machine', 299],
    ],
  ],
  [
    living('lighting', '灯具', 'Lighting', 8),
    [
      ['睡眠小夜灯', 'Sleep night light', 79],
      ['护眼台灯', 'Eye-care desk lamp', 369],
      ['全光谱落地灯', 'Full-spectrum floor lamp', 1299],
    ],
  ],
  [
    living('food', '冰箱好物', 'Fresh food', 16),
    [
      ['阳澄湖大闸蟹礼券', 'Hairy crab voucher', 398],
      ['云南高原蓝莓 4盒', 'Yunnan blueberries, 4', 89],
      ['原切牛排套餐 10片', 'Steak set, 10', 219],
      ['低温鲜奶 月卡', 'Fresh milk monthly card', 168],
    ],
  ],
];
