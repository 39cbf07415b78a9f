import type { Module } from '../../platform/http/index.ts';
import { registerCommerce } from './registers.ts';
import { listCategoriesEndpoint } from './routes/list-categories.ts';
import { listDocumentsEndpoint } from './routes/list-documents.ts';
import { listProductsEndpoint } from './routes/list-products.ts';
import { readDocumentEndpoint } from './routes/read-document.ts';
import { sumDocumentsEndpoint } from './routes/sum-documents.ts';
import { writeDocumentsEndpoint } from './routes/write-documents.ts';

export { ordersOf } from './orders-of.ts';
export { ownedProductsOf } from './owned-products-of.ts';
export { productNames } from './product-names.ts';
export { recordDocuments } from './record-documents.ts';
export type { DerivedEvent, ResolvedDocument } from './resolved-document.ts';
export { documentTotals } from './store/document-totals.ts';

/** What is sold: products, orders, refunds, adjustments, parcels, appliances at home — and the events that follow. */
export const commerce: Module = {
  name: 'commerce',
  endpoints: [
    listDocumentsEndpoint,
    readDocumentEndpoint,
    sumDocumentsEndpoint,
    listProductsEndpoint,
    listCategoriesEndpoint,
    writeDocumentsEndpoint,
  ],
  register: registerCommerce,
};
