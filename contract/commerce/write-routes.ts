import { Type } from 'typebox';
import { defineRoute } from '../kit/route.ts';

/** Most documents in one request. */
export const documentsLimit = 2_000;

/** The door for shops, tills and ERPs that state documents themselves; files go through imports. */
export const writeDocuments = defineRoute({
  id: 'commerce.write_documents',
  method: 'POST',
  path: '/v1/documents',
  summary:
    'State orders, refunds, adjustments, shipments, products and owned products of a source; answered when all are durable. Repeating is harmless; one faulty document refuses the whole request',
  access: 'write_key',
  scope: 'none',
  body: Type.Object({
    documents: Type.Array(Type.Unknown(), { minItems: 1, maxItems: documentsLimit }),
  }),
  response: Type.Object({ accepted: Type.Integer() }),
  errors: ['commerce.document_invalid'],
  example: {
    request: {
      documents: [
        {
          kind: 'order',
          number: 'SO-1',
          currency: 'CNY',
          status: 'paid',
          placedAt: '2026-11-22T10:00:00+08:00',
          buyer: [{ kind: 'phone', value: '13812349876' }],
          lines: [{ sku: 'LA1001', quantity: 1, unitPrice: '2199.00' }],
        },
      ],
    },
    response: { accepted: 1 },
  },
});
