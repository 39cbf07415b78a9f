import { type RawBuilder, sql } from 'kysely';
import type { Module } from '../../platform/http/index.ts';
import { endpoints } from './endpoints.ts';
import { registerOrg } from './registers.ts';

export { createApiKey } from './create-api-key.ts';
export { createNode } from './create-node.ts';
export { createUser, type UserToCreate } from './create-user.ts';
export { inOrgScope } from './in-org-scope.ts';
export { type AuditAct, recordAudit } from './record-audit.ts';
export { createScopeCache, type ScopeCache, scopeOf } from './scope.ts';
export { sealAudit } from './seal-audit.ts';
export { setUp } from './set-up.ts';
export { actorNames } from './store/actor-names.ts';
export { ancestorsOf } from './store/ancestors-of.ts';
export { brandOf, brandsOf } from './store/brands-of.ts';
export type { NodeRow } from './store/node-row.ts';
export { nodeByCode, nodesByCode } from './store/nodes-by-code.ts';
export { nodesById } from './store/nodes-by-id.ts';
export { rootNode } from './store/root-node.ts';
export { type TreeNodeRow, treeNodes as orgTree } from './store/tree-nodes.ts';
export { verifyAudit } from './verify-audit.ts';
export { apiKeyByText, userBySession } from './who-calls.ts';

/** PostgreSQL source of the closure of the tree: `ancestor_id`, `descendant_id`, `depth` (0 for a node itself). */
export const orgClosure: RawBuilder<unknown> = sql`org.closure`;

/** PostgreSQL source of the nodes: `org_id`, `code`, `kind`, `name_zh`, `name_en`, `timezone`, `currency`. */
export const orgNodes: RawBuilder<unknown> = sql`org.node`;

/** Who works here and what part they see: tree, users, sessions, API keys, audit log. */
export const org: Module = { name: 'org', endpoints, register: registerOrg };
