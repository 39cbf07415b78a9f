import { leafFaults } from './leaf-faults.ts';
import { type Leaf, leafSchemas } from './leaves.ts';
import { type Rule, ruleLimits } from './rule.ts';
import { type Fault, schemaFaults } from './schema-faults.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Everything that is wrong with a rule; an empty list means that it is one.
 *
 * @example
 * ruleFaults({ kind: 'and', of: [{ kind: 'identifier', identifier: 'fax' }] })[0].path // '/of/0/identifier'
 */
export function ruleFaults(rule: unknown): readonly Fault[] {
  const faults = nodeFaults(rule, '', 1);
  if (faults.length > 0) return faults;
  const leaves = countLeaves(rule as Rule);
  if (leaves <= ruleLimits.leaves) return [];
  return [
    {
      path: '',
      code: 'too_big',
      en: `a rule may have ${ruleLimits.leaves} conditions, this one has ${leaves}; move some into a segment of their own`,
      zh: `一条规则最多 ${ruleLimits.leaves} 个条件，现有 ${leaves} 个；可把一部分另存为人群包再引用`,
    },
  ];
}

function nodeFaults(node: unknown, path: string, depth: number): readonly Fault[] {
  if (!isRecord(node)) {
    return [{ path, code: 'wrong_kind', en: 'must be a rule', zh: '必须是一条规则' }];
  }
  if (depth > ruleLimits.depth) {
    const en = `rules may be nested ${ruleLimits.depth} deep`;
    return [{ path, code: 'too_big', en, zh: `规则最多嵌套 ${ruleLimits.depth} 层` }];
  }
  if (node.kind === 'and' || node.kind === 'or') return joinFaults(node, path, depth);
  if (node.kind === 'not') return nodeFaults(node.of, `${path}/of`, depth + 1);
  const schema = Object.hasOwn(leafSchemas, String(node.kind))
    ? leafSchemas[node.kind as Leaf['kind']]
    : undefined;
  if (schema === undefined) {
    const kinds = ['and', 'or', 'not', ...Object.keys(leafSchemas)].join(', ');
    return [
      {
        path: `${path}/kind`,
        code: 'wrong_kind',
        en: `"kind" must be one of ${kinds}`,
        zh: `“kind”必须是以下之一：${kinds}`,
      },
    ];
  }
  const faults = schemaFaults(schema, node, path);
  return faults.length > 0 ? faults : leafFaults(node as unknown as Leaf, path);
}

function joinFaults(
  node: Readonly<Record<string, unknown>>,
  path: string,
  depth: number,
): readonly Fault[] {
  if (!Array.isArray(node.of)) {
    const en = `"${String(node.kind)}" needs a list of rules under "of"`;
    return [{ path: `${path}/of`, code: 'missing', en, zh: '“of”必须是规则列表' }];
  }
  if (node.kind === 'or' && node.of.length === 0) {
    const en = 'an "or" without a rule would be nobody; add one or take it away';
    return [
      { path: `${path}/of`, code: 'missing', en, zh: '“任一”分组里还没有条件，请添加或删除' },
    ];
  }
  return node.of.flatMap((child, index) => nodeFaults(child, `${path}/of/${index}`, depth + 1));
}

const countLeaves = (rule: Rule): number => {
  if (rule.kind === 'and' || rule.kind === 'or') {
    return rule.of.reduce((sum, child) => sum + countLeaves(child), 0);
  }
  return rule.kind === 'not' ? countLeaves(rule.of) : 1;
};
