import { Type } from 'typebox';
import { defineRoute, pageOf, pageQuery } from '../kit/index.ts';
import { newNode, nodeChange, nodeCode, nodeKinds, orgNode } from './schemas.ts';

export const readTree = defineRoute({
  id: 'org.read_tree',
  method: 'GET',
  path: '/api/org/tree',
  summary:
    'The caller’s whole part of the organisation, parents before children, in the order of a drawn tree',
  access: 'org.read',
  scope: 'org',
  query: Type.Object({
    depth: Type.Optional(
      Type.Integer({ minimum: 0, description: 'How many levels below the top; all when absent' }),
    ),
    closed: Type.Optional(Type.Boolean({ default: false, description: 'Also closed nodes' })),
  }),
  response: Type.Object({ nodes: Type.Array(orgNode) }),
  errors: [],
});

export const listNodes = defineRoute({
  id: 'org.list_nodes',
  method: 'GET',
  path: '/api/org/nodes',
  summary: 'Nodes of the organisation by code, searched and filtered',
  access: 'org.read',
  scope: 'org',
  query: Type.Object({
    ...pageQuery,
    search: Type.Optional(
      Type.String({ maxLength: 100, description: 'Part of a name, or of the code' }),
    ),
    kind: Type.Optional(Type.Enum([...nodeKinds])),
    parent: Type.Optional(nodeCode),
    closed: Type.Optional(Type.Boolean({ default: false })),
  }),
  response: pageOf(orgNode),
  errors: [],
});

export const createNode = defineRoute({
  id: 'org.create_node',
  method: 'POST',
  path: '/api/org/nodes',
  summary: 'Add a brand, dealer, region or store below a node',
  access: 'org.edit',
  scope: 'org',
  body: newNode,
  response: orgNode,
  errors: [
    'org.node_unknown',
    'org.code_taken',
    'org.kind_misplaced',
    'org.node_closed',
    'org.timezone_unknown',
  ],
  example: {
    request: { parent: 'root', kind: 'store', code: 'SH001', nameZh: '上海徐汇店', city: '上海' },
  },
});

export const changeNode = defineRoute({
  id: 'org.change_node',
  method: 'PATCH',
  path: '/api/org/nodes/:code',
  summary: 'Rename, move, close or reopen a node; users’ scopes follow at once',
  access: 'org.edit',
  scope: 'org',
  params: Type.Object({ code: nodeCode }),
  body: nodeChange,
  response: orgNode,
  errors: [
    'org.node_unknown',
    'org.move_into_itself',
    'org.root_stays',
    'org.kind_misplaced',
    'org.node_closed',
    'org.timezone_unknown',
  ],
  example: { request: { nameZh: '上海徐家汇店' } },
});
