import type { NodeKind } from '@siyu/contract/org';

/** A node as statements return it. */
export interface NodeRow {
  readonly org_id: number;
  readonly parent_id: number | null;
  readonly kind: NodeKind;
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly timezone: string;
  readonly currency: string;
  readonly city: string | null;
  readonly closed_at: Date | null;
}
