const plain = /^-?\d{1,15}(\.\d{1,9})?$/;
const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const dressed = /^[¥￥$€£\s]+|[\s元]+$/g;

/**
 * A number in a cell as an exact decimal text, or null. Currency signs, thousands separators, full-width digits and
 * bookkeepers' brackets for negatives are understood.
 *
 * @example decimalText('￥1,234.50') // '1234.50'
 * @example decimalText('(12.00)')    // '-12.00'
 * @example decimalText('12,5')       // null
 */
export function decimalText(cell: string): string | null {
  if (plain.test(cell)) return cell;
  let text = cell.normalize('NFKC').replace(dressed, '');
  if (/^\(.*\)$/.test(text)) text = `-${text.slice(1, -1)}`;
  if (text.startsWith('+') || text.startsWith('.'))
    text = text.replace(/^\+?(?=\.)/, '0').replace('+', '');
  text = text.replace(/^(-?)[¥￥$€£]/, '$1');
  if (grouped.test(text)) text = text.replaceAll(',', '');
  if (/^-?\d+\.$/.test(text)) text = text.slice(0, -1);
  return plain.test(text) ? text : null;
}
