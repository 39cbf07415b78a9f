/** Where a delivery stands. `unknown`: the provider was called and no answer is known; see the module's README. */
export const deliveryStates = {
  planned: { zh: '待发送', en: 'Planned' },
  claimed: { zh: '处理中', en: 'Being prepared' },
  sending: { zh: '发送中', en: 'Being sent' },
  sent: { zh: '已发送', en: 'Sent' },
  delivered: { zh: '已送达', en: 'Delivered' },
  failed: { zh: '发送失败', en: 'Failed' },
  unknown: { zh: '结果不明', en: 'Outcome unknown' },
  skipped: { zh: '未发送', en: 'Not sent' },
} as const;
export type DeliveryState = keyof typeof deliveryStates;
export const deliveryStateNames = Object.keys(deliveryStates) as readonly DeliveryState[];

/** Why somebody got nothing, in the order in which the policy asks; the first that holds is stored. */
export const skipReasons = {
  person_gone: { zh: '用户已合并或删除', en: 'Person merged or erased' },
  recheck_failed: { zh: '复查条件不满足', en: 'Condition no longer met' },
  missing_address: { zh: '没有该渠道的联系方式', en: 'No address for this channel' },
  suppressed: { zh: '在禁发名单中', en: 'On the suppression list' },
  no_consent: { zh: '未授权', en: 'No consent' },
  consent_withdrawn: { zh: '已撤回授权', en: 'Consent withdrawn' },
  test_mode: {
    zh: '渠道处于测试模式且不在白名单',
    en: 'Channel in test mode, not on the white list',
  },
  duplicate_address: { zh: '同一联系方式已在本次发送中', en: 'Address already in this send' },
  quiet_hours: { zh: '免打扰时段内且来不及顺延', en: 'Quiet hours, and too late afterwards' },
  cap_channel_day: { zh: '超过该渠道每日上限', en: 'Daily limit of the channel' },
  cap_channel_week: { zh: '超过该渠道每周上限', en: 'Weekly limit of the channel' },
  cap_day: { zh: '超过每日总上限', en: 'Daily limit over all channels' },
  cap_week: { zh: '超过每周总上限', en: 'Weekly limit over all channels' },
  holdout: { zh: '对照组（不发送）', en: 'Holdout group' },
  expired: { zh: '已过有效期', en: 'Too late to be sent' },
  stopped: { zh: '活动已停止', en: 'Campaign stopped' },
  render_failed: { zh: '内容生成失败', en: 'Message could not be rendered' },
} as const;
export type SkipReason = keyof typeof skipReasons;
export const skipReasonNames = Object.keys(skipReasons) as readonly SkipReason[];

/** Why an address gets nothing any more. */
export const suppressionReasons = {
  unsubscribed: { zh: '已退订', en: 'Unsubscribed' },
  bounced: { zh: '地址无效（退信）', en: 'Bounced' },
  complained: { zh: '投诉', en: 'Complained' },
  blocked: { zh: '人工拉黑', en: 'Blocked by hand' },
} as const;
export type SuppressionReason = keyof typeof suppressionReasons;
export const suppressionReasonNames = Object.keys(
  suppressionReasons,
) as readonly SuppressionReason[];

/** What a recipient did; each comes back once as an event `message_<reaction>` with `campaign_id` in its properties. */
export const reactions = {
  sent: { zh: '消息发送', en: 'Message sent' },
  delivered: { zh: '消息送达', en: 'Message delivered' },
  opened: { zh: '消息打开', en: 'Message opened' },
  clicked: { zh: '消息点击', en: 'Message clicked' },
  replied: { zh: '消息回复', en: 'Message replied' },
  failed: { zh: '消息发送失败', en: 'Message failed' },
  unsubscribed: { zh: '消息退订', en: 'Unsubscribed' },
} as const;
export type Reaction = keyof typeof reactions;
export const reactionNames = Object.keys(reactions) as readonly Reaction[];
