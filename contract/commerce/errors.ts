import { defineErrors } from '../kit/errors.ts';

export const commerceErrors = defineErrors('commerce', {
  document_unknown: {
    status: 404,
    en: 'There is no document {document} that you may see.',
    zh: '没有您可以查看的单据 {document}。',
    mendEn: 'Look it up by its number in the list of documents.',
    mendZh: '请在单据列表中按单号查找。',
    retryable: false,
  },
  document_invalid: {
    status: 422,
    en: 'The document is not a valid object of the commerce model: {path} {reason}.',
    zh: '单据不符合商品订单模型：{path} {reason}。',
    mendEn: 'Correct the named field; the schemas are in the API documentation.',
    mendZh: '请修改所指字段；字段说明见接口文档。',
    retryable: false,
  },
});
