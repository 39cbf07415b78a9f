import type { ImportMapping } from '@siyu/contract/collect';

/** What an agreement column says; "no" is no withdrawal, for it was never given. */
const agreed = { 是: 'granted', 否: '' };

/** How the old member system's export is read. */
export const memberMapping: ImportMapping = {
  kind: 'people',
  timezone: 'Asia/Shanghai',
  columns: [
    { column: '会员编号', target: 'identifier.user_id' },
    { column: '会员卡号', target: 'identifier.member_card' },
    { column: '手机号', target: 'identifier.phone' },
    { column: '邮箱', target: 'identifier.email' },
    { column: '姓名', target: 'trait.name' },
    { column: '性别', target: 'trait.gender', values: { 女: 'female', 男: 'male' } },
    { column: '生日', target: 'trait.birthday' },
    { column: '省份', target: 'trait.province' },
    { column: '城市', target: 'trait.city' },
    { column: '会员等级', target: 'trait.level' },
    { column: '归属门店', target: 'org' },
    { column: '归属门店', target: 'trait.store' },
    { column: '注册时间', target: 'time' },
    { column: '注册时间', target: 'trait.member_since', type: 'time' },
    { column: '短信授权', target: 'consent.marketing.sms', values: agreed },
    { column: '邮件授权', target: 'consent.marketing.email', values: agreed },
    { column: '企微授权', target: 'consent.marketing.wecom', values: agreed },
    { column: '小程序授权', target: 'consent.marketing.mini_program', values: agreed },
    { column: '推送授权', target: 'consent.marketing.app_push', values: agreed },
  ],
  constants: [{ target: 'trait.acquisition_channel', value: 'crm' }],
};
