import type { Generated } from 'kysely';

/** The tables of this module, as Kysely sees them. */
export interface IdentityTables {
  'identity.person': {
    person_id: number;
    public_id: string;
    state: Generated<'active' | 'merged' | 'erased'>;
    merged_into: number | null;
    created_at: Date;
    first_source_id: number;
    last_seen_at: Date;
  };
  'identity.identity': {
    identity_id: Generated<number>;
    kind: number;
    hash: string;
    person_id: number;
    origin_person_id: number;
    source_id: number;
    first_seen_at: Date;
    last_seen_at: Date;
  };
  'identity.map_change': {
    version: Generated<number>;
    identity_id: number;
    from_person_id: number;
    to_person_id: number;
    reason: string;
    evidence: unknown;
    block_id: number | null;
    at: Date;
  };
  'identity.refused_link': {
    refused_link_id: Generated<number>;
    kind: number;
    hash: string;
    person_id: number;
    other_person_id: number | null;
    reason: string;
    block_id: number;
    at: Date;
  };
  'identity.identity_org': { identity_id: number; org_id: number; since: Date };
}
