import { defineErrors } from '../kit/index.ts';

export const journeyErrors = defineErrors('journey', {
  campaign_unknown: {
    status: 404,
    en: 'There is no campaign {campaign}.',
    zh: '活动 {campaign} 不存在。',
    mendEn: 'Choose one from the list of campaigns.',
    mendZh: '请从活动列表中选择。',
    retryable: false,
  },
  wrong_state: {
    status: 409,
    en: 'The campaign is {state}; this needs {needed}.',
    zh: '活动当前状态为 {state}，该操作需要 {needed}。',
    mendEn: 'Reload the campaign; somebody else may have changed it.',
    mendZh: '请刷新活动，可能已被他人修改。',
    retryable: false,
  },
  template_not_published: {
    status: 422,
    en: 'The template {template} has no version in force.',
    zh: '模板 {template} 尚未发布。',
    mendEn: 'Publish the template first.',
    mendZh: '请先发布模板。',
    retryable: false,
  },
  template_needs_event: {
    status: 422,
    en: 'The template names {variable}, which only event campaigns have.',
    zh: '模板使用了 {variable}，只有事件营销可用。',
    mendEn: 'Choose another template, or take the variable out.',
    mendZh: '请更换模板，或移除该变量。',
    retryable: false,
  },
  time_passed: {
    status: 422,
    en: 'The time {at} has passed.',
    zh: '时间 {at} 已过。',
    mendEn: 'Choose a time to come, or send now.',
    mendZh: '请选择将来的时间，或立即发送。',
    retryable: false,
  },
  rule_never: {
    status: 422,
    en: 'The calendar rule names no day to come.',
    zh: '重复规则不包含任何将来的日期。',
    mendEn:
      'Give weekdays (every week), a day of the month (every month) and an end that lies ahead.',
    mendZh: '请填写星期（每周）、日期（每月），并确保结束日期在将来。',
    retryable: false,
  },
  run_unknown: {
    status: 404,
    en: 'There is no run {run} of this campaign.',
    zh: '该活动没有执行批次 {run}。',
    mendEn: 'Choose one from the campaign’s runs.',
    mendZh: '请从活动的执行批次中选择。',
    retryable: false,
  },
  rehearsal_missing: {
    status: 404,
    en: 'No dry run of this campaign has been made.',
    zh: '该活动尚未试算。',
    mendEn: 'Start a dry run.',
    mendZh: '请先进行试算。',
    retryable: false,
  },
});
