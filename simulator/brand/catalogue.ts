import { appliances } from './appliances.ts';
import { lifestyle } from './lifestyle.ts';

/** A kind of goods. `weight` is proportional to units sold. `serial`: each piece has a serial number and is installed. */
export interface Category {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly brand: 'appliance' | 'living';
  readonly weight: number;
  readonly serial: boolean;
}

/** A stock keeping unit. `priceFen` is the list price in fen (1/100 CNY). */
export interface Product {
  readonly sku: string;
  readonly zh: string;
  readonly en: string;
  readonly category: Category;
  readonly priceFen: number;
}

/** A category with its goods as [Chinese, English, price in yuan], cheapest first. */
export type Shelf = readonly [
  category: Category,
  goods: readonly (readonly [zh: string, en: string, yuan: number])[],
];

const shelves: readonly Shelf[] = [...appliances, ...lifestyle];

export const categories: readonly Category[] = shelves.map(([category]) => category);

/** Goods by category code, cheapest first. */
export const productsOf: ReadonlyMap<string, readonly Product[]> = new Map(
  shelves.map(([category, goods], shelf) => [
    category.code,
    goods.map(([zh, en, yuan], place) => ({
      sku: `${category.brand === 'appliance' ? 'LA' : 'QL'}${String(shelf + 10)}${String(place + 1).padStart(2, '0')}`,
      zh,
      en,
      category,
      priceFen: yuan * 100,
    })),
  ]),
);

export const products: readonly Product[] = [...productsOf.values()].flat();
