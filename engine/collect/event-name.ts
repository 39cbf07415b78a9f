/**
 * The one spelling of an event's name: words of Latin letters become snake_case, so that "Product Viewed",
 * "productViewed" and "product_viewed" are one event; names in other scripts stay as they are, trimmed.
 *
 * @example eventName('Product Viewed') // 'product_viewed'
 * @example eventName(' 浏览商品 ')      // '浏览商品'
 */
export function eventName(stated: string): string {
  const text = stated.normalize('NFKC').trim();
  if (!/^[\x20-\x7e]+$/.test(text)) return text;
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9$]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
}
