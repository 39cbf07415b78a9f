export { eventName } from './event-name.ts';
export { type FlatProperties, flattenProperties } from './flatten.ts';
export { type HotColumns, hotColumns } from './hot-columns.ts';
export {
  type EdgeCall,
  type EdgeRejection,
  readSegmentCall,
  type SegmentType,
  segmentTypes,
} from './segment-call.ts';
