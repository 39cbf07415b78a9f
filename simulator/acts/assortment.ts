import { type Product, products } from '../brand/catalogue.ts';
import { localTime } from '../calendar.ts';
import type { Act } from './act.ts';
import { categoryPath } from './basket.ts';

/** The brand's assortment as its master data states it. */
export const assortment = (at: number): readonly Act[] =>
  products.map((product) => stated(product, at));

const stated = ({ sku, zh, category, priceFen }: Product, at: number): Act => ({
  at,
  touchpoint: 'crm',
  person: -1,
  kind: 'document',
  document: {
    kind: 'product',
    sku,
    name: zh,
    category: categoryPath(category),
    brand: category.brand === 'appliance' ? '澜舍电器' : '栖木生活',
    price: priceFen,
    currency: 'CNY',
    durable: category.serial,
    changedAt: localTime(at),
  },
});
