export { formatBytes } from './bytes.ts';
export { formatCount, formatExact } from './count.ts';
export { formatMoney, formatMoneyShort, minorDigits } from './money.ts';
export { formatRatio, formatShare } from './share.ts';
export { formatDay, formatRelative, formatTime, formatTimeExact } from './time.ts';
