export { checkDocument } from './check-document.ts';
export { currencyDigits } from './currency-digits.ts';
export { minorOf, timesPrice } from './decimal.ts';
export { documentEvents } from './document-events.ts';
export { nextStatement } from './next-statement.ts';
export { InexactAmount, settle } from './settle.ts';
export {
  counts,
  type PlacedDocument,
  type Placement,
  type SettledDocument,
  type SettledLine,
} from './settled.ts';
export type { ShopEvent } from './shop-event.ts';
