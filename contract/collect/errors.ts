import { defineErrors } from '../kit/errors.ts';

export const collectErrors = defineErrors('collect', {
  source_unknown: {
    status: 404,
    en: 'There is no source {source}.',
    zh: '没有数据源 {source}。',
    mendEn: 'Open the list of sources and choose one of them.',
    mendZh: '请打开数据源列表并从中选择。',
    retryable: false,
  },
  node_unknown: {
    status: 422,
    en: 'There is no organisation node {node} in your scope.',
    zh: '您的数据范围内没有组织节点 {node}。',
    mendEn: 'Choose a node of your part of the organisation.',
    mendZh: '请选择您数据范围内的组织节点。',
    retryable: false,
  },
  batch_missing: {
    status: 400,
    en: 'The body has no batch list.',
    zh: '请求体缺少 batch 列表。',
    mendEn: 'Send {"batch": [ … ]} with at least one call.',
    mendZh: '请发送 {"batch": [ … ]}，至少包含一条调用。',
    retryable: false,
  },
  batch_too_long: {
    status: 413,
    en: 'The batch has {calls} calls; at most {most} are accepted at once.',
    zh: '本批有 {calls} 条调用，单次最多 {most} 条。',
    mendEn: 'Split it into smaller batches.',
    mendZh: '请拆分为更小的批次。',
    retryable: false,
  },
  quarantined_unknown: {
    status: 404,
    en: 'There is no open quarantined call {id}.',
    zh: '没有待处理的隔离数据 {id}。',
    mendEn: 'It may have been replayed or discarded already; reload the list.',
    mendZh: '它可能已被重放或丢弃，请刷新列表。',
    retryable: false,
  },
});
