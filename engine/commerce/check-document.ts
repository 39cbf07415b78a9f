import {
  type CommerceDocument,
  type DocumentFault,
  documentFaults,
  type MoneyDocument,
} from '@siyu/contract/commerce';
import { InexactAmount, settle } from './settle.ts';

/** All that is wrong with a value as a document: its shape, and amounts that cannot be held exactly. None = recordable. */
export function checkDocument(value: unknown): readonly DocumentFault[] {
  const faults = documentFaults(value);
  if (faults.length > 0 || !movesMoney(value as CommerceDocument)) return faults;
  try {
    settle(value as MoneyDocument);
    return [];
  } catch (error) {
    if (!(error instanceof InexactAmount)) throw error;
    return [{ path: error.path, reason: 'is an amount beyond 2^53 minor units' }];
  }
}

const movesMoney = ({ kind }: CommerceDocument): boolean =>
  kind === 'order' || kind === 'refund' || kind === 'adjustment';
