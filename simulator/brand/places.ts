/** Where the brand's people live; `weight` is proportional to how many. */
export interface City {
  readonly zh: string;
  readonly en: string;
  readonly province: string;
  readonly weight: number;
}

const city = (zh: string, en: string, province: string, weight: number): City => ({
  zh,
  en,
  province,
  weight,
});

export const cities: readonly City[] = [
  city('上海', 'Shanghai', '上海', 12),
  city('北京', 'Beijing', '北京', 10),
  city('杭州', 'Hangzhou', '浙江', 8),
  city('广州', 'Guangzhou', '广东', 8),
  city('深圳', 'Shenzhen', '广东', 8),
  city('成都', 'Chengdu', '四川', 8),
  city('重庆', 'Chongqing', '重庆', 6),
  city('南京', 'Nanjing', '江苏', 6),
  city('武汉', 'Wuhan', '湖北', 6),
  city('青岛', 'Qingdao', '山东', 4),
  city('苏州', 'Suzhou', '江苏', 4),
  city('宁波', 'Ningbo', '浙江', 3),
  city('佛山', 'Foshan', '广东', 3),
  city('东莞', 'Dongguan', '广东', 2),
  city('西安', 'Xi’an', '陕西', 3),
  city('郑州', 'Zhengzhou', '河南', 3),
  city('长沙', 'Changsha', '湖南', 3),
  city('合肥', 'Hefei', '安徽', 2),
  city('济南', 'Jinan', '山东', 2),
  city('天津', 'Tianjin', '天津', 2),
  city('厦门', 'Xiamen', '福建', 2),
  city('福州', 'Fuzhou', '福建', 2),
  city('昆明', 'Kunming', '云南', 2),
  city('沈阳', 'Shenyang', '辽宁', 2),
  city('大连', 'Dalian', '辽宁', 1),
  city('绵阳', 'Mianyang', '四川', 1),
  city('赣州', 'Ganzhou', '江西', 1),
  city('洛阳', 'Luoyang', '河南', 1),
  city('桂林', 'Guilin', '广西', 1),
  city('襄阳', 'Xiangyang', '湖北', 1),
];
