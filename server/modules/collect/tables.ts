import type { Generated } from 'kysely';

/** The tables of this module, as Kysely sees them (imports have their own file). */
export interface CollectTables {
  'collect.source': {
    source_id: Generated<number>;
    public_id: string;
    kind: string;
    channel: string;
    name: string;
    org_id: number;
    write_key_prefix: string | null;
    write_key_hash: Buffer | null;
    created_at: Date;
    closed_at: Date | null;
  };
  'collect.quarantine': {
    quarantine_id: Generated<number>;
    message_hash: string;
    source_id: number;
    reason: string;
    detail: string;
    event_name: string | null;
    key_id: number;
    body: Buffer;
    received_at: Date;
    state: Generated<'open' | 'replayed' | 'discarded'>;
    settled_at: Date | null;
  };
  'collect.block': {
    block_id: number;
    first_offset: number;
    last_offset: number;
    messages: number;
    rows: number;
    hash: Buffer;
    body: Buffer;
    resolved_at: Date;
    inserted_at: Date | null;
  };
  'collect.source_minute': {
    source_id: number;
    minute: Date;
    accepted: number;
    duplicates: number;
    quarantined: number;
  };
  'collect.event_definition': {
    name: string;
    name_zh: string;
    name_en: string;
    first_seen_at: Date;
    named: Generated<boolean>;
  };
  'collect.property_definition': {
    event_name: string;
    property: string;
    type: string;
    name_zh: string;
    name_en: string;
    personal: Generated<boolean>;
    first_seen_at: Date;
  };
}
