import { type Category, categories, type Product, productsOf } from '../brand/catalogue.ts';
import { byWeight, type Dice } from '../dice.ts';
import type { Person } from '../people/person.ts';

const goodsOf = (category: Category): readonly Product[] => productsOf.get(category.code) ?? [];
const drawAny = byWeight(categories, (category) => category.weight);
const drawLiving = byWeight(
  categories.filter((category) => category.brand === 'living'),
  (category) => category.weight,
);

/** The category's path as documents and events state it. */
export const categoryPath = (category: Category): string =>
  `${category.brand === 'appliance' ? '家电' : '生活'}/${category.zh}`;

/** Goods a person looks at: mostly what they like, dearer for those who spend more. */
export function chooseProduct(draw: Dice, person: Person, among: 'all' | 'living'): Product {
  const liked = draw.chance(0.6) ? categories[draw.pick(person.taste)] : undefined;
  const fits = liked !== undefined && (among === 'all' || liked.brand === 'living');
  const category = fits ? liked : among === 'all' ? drawAny(draw) : drawLiving(draw);
  const goods = goodsOf(category);
  const wish = Math.min(0.999, draw.next() * (0.55 + 0.3 * Math.min(person.spend, 4)));
  return goods[Math.floor(wish * goods.length)] as Product;
}

export interface BasketLine {
  readonly product: Product;
  readonly quantity: number;
  /** Taken off the whole line, fen. */
  readonly discount: number;
}

/** What goes into one order around its main article; lines of the same article are one. */
export function fillBasket(
  draw: Dice,
  person: Person,
  main: Product,
  discountBp: number,
): readonly BasketLine[] {
  const chosen = new Map<Product, number>([
    [main, main.category.serial ? 1 : draw.between(1, draw.chance(0.25) ? 3 : 1)],
  ]);
  const more = draw.about(Math.min(3, 0.55 * Math.sqrt(person.spend)));
  for (let companion = 0; companion < more; companion++) {
    const product = chooseProduct(draw, person, 'living');
    chosen.set(product, (chosen.get(product) ?? 0) + draw.between(1, 2));
  }
  return [...chosen].map(([product, quantity]) => ({
    product,
    quantity,
    discount: Math.floor((product.priceFen * quantity * discountBp) / 10_000),
  }));
}
