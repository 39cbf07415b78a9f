import type { NewTemplate } from '@siyu/contract/content';

/** A template under the key by which the demo's campaigns name it. */
export interface DemoTemplate extends NewTemplate {
  readonly key: string;
}

const mall = 'https://mall.lanshe.example';

export const demoTemplates: readonly DemoTemplate[] = [
  {
    key: 'wake',
    name: '老客唤醒·会员专享券（短信）',
    channel: 'sms',
    category: 'marketing',
    body: `{{ person.name | default: '您好' }}，好久不见！为您留了一张会员专享券，7天内全场可用：${mall}/wake 退订 {{ unsubscribe_url }}`,
  },
  {
    key: 'cleaning',
    name: '空调一年清洗提醒（短信）',
    channel: 'sms',
    category: 'marketing',
    body: `{{ person.name | default: '您好' }}，您家空调已安装满一年，预约深度清洗享会员价：${mall}/service/clean 退订 {{ unsubscribe_url }}`,
  },
  {
    key: 'cart',
    name: '购物车提醒（小程序）',
    channel: 'mini_program',
    category: 'marketing',
    subject: '购物车里还有好物',
    body: `{{ person.name | default: '亲' }}，您加购的{{ event.product | default: '商品' }}库存不多了，点此继续结算 ${mall}/cart 退订 {{ unsubscribe_url }}`,
  },
  {
    key: 'care',
    name: '空调使用一年关怀（企业微信）',
    channel: 'wecom',
    category: 'marketing',
    body: `{{ person.name | default: '您好' }}，您家的{{ event.product | default: '空调' }}陪伴您一年了。滤网积尘会多费约两成电，我可以帮您约师傅上门清洗：${mall}/service/clean 不想再收到请点 {{ unsubscribe_url }}`,
  },
  {
    key: 'monthly',
    name: '会员月刊（邮件）',
    channel: 'email',
    category: 'marketing',
    subject: '{{ person.name | default: "您好" }}，这个月家里添点什么',
    body: `<h1>把日子过舒服</h1>
<p>{{ person.name | default: '您好' }}，{{ person.city | default: '您所在城市' }}入冬了。我们挑了三样让家里更暖的好物。</p>
<p><a href="${mall}/monthly">看看本月精选</a></p>
<p><a href="{{ unsubscribe_url }}">退订邮件</a></p>`,
  },
];
