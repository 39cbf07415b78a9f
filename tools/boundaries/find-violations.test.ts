import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { temporaryTree } from '../testing/temporary-tree.ts';
import { findBoundaryViolations } from './find-violations.ts';
import { type ModuleGraph, withDiagram } from './module-graph.ts';
import { rules } from './rules.ts';

type Files = Record<string, string>;

/** A house that breaks nothing: org below privacy, platform and pipeline around them, pure code and a console beside. */
const soundHouse: Files = {
  'contract/package.json':
    '{"name":"@siyu/contract","exports":{".":"./index.ts","./*":"./*/index.ts"}}',
  'contract/index.ts': `import { Type } from 'typebox';\nexport const A = Type;`,
  'contract/org/index.ts': 'export const route = 1;',
  'engine/package.json': '{"name":"@siyu/engine","exports":{".":"./index.ts"}}',
  'engine/index.ts': `export { route } from '@siyu/contract/org';`,
  'engine/sum.test.ts': `import 'node:test';`,
  'server/platform/log.ts': `import 'node:fs';\nexport const log = 1;`,
  'server/modules/org/index.ts': `export { node } from './store/node.ts';`,
  'server/modules/org/store/node.ts': `import { log } from '../../../platform/log.ts';\nexport const node = log;`,
  'server/modules/org/store/node.test.ts': `import { node } from './node.ts';\nimport '../../privacy/index.ts';\nnode;`,
  'server/modules/privacy/index.ts': `import { node } from '../org/index.ts';\nexport const erase = node;`,
  'server/pipeline/steps.ts': `export { erase } from '../modules/privacy/index.ts';`,
  'server/entries/main.ts': `import '../pipeline/steps.ts';`,
  'server/testing/makers.ts': `import '../modules/org/index.ts';`,
  'console/kit/button.tsx': `export const Button = () => <b />;`,
  'console/features/org/tree.tsx': `import { Button } from '../../kit/button.tsx';\nimport '@siyu/contract/org';\nexport const Tree = () => <Button />;`,
  'console/app/main.tsx': `import '../features/org/tree.tsx';`,
};

/** Each law with the file that breaks it and the line of the import that does. */
const broken: Record<string, { at: string; files: Files }> = {
  'front-door': {
    at: 'server/modules/privacy/deep.ts:1',
    files: { 'server/modules/privacy/deep.ts': `import '../org/store/node.ts';` },
  },
  'module-order': {
    at: 'server/modules/org/up.ts:2',
    files: { 'server/modules/org/up.ts': `\nimport type { erase } from '../privacy/index.ts';` },
  },
  'platform-knows-no-module': {
    at: 'server/platform/up.ts:1',
    files: { 'server/platform/up.ts': `export * from '../modules/org/index.ts';` },
  },
  'composition-stays-above': {
    at: 'server/modules/org/up.ts:1',
    files: { 'server/modules/org/up.ts': `import '../../pipeline/steps.ts';` },
  },
  'pure-code': {
    at: 'engine/io.ts:1',
    files: { 'engine/io.ts': `import 'node:fs';` },
  },
  'workspace-edge': {
    at: 'console/kit/steal.ts:1',
    files: { 'console/kit/steal.ts': `import '@siyu/engine';` },
  },
  'workspace-by-name': {
    at: 'engine/relative.ts:1',
    files: { 'engine/relative.ts': `import '../contract/index.ts';` },
  },
  'features-apart': {
    at: 'console/features/tag/list.tsx:1',
    files: { 'console/features/tag/list.tsx': `const tree = import('../org/tree.tsx');` },
  },
  'console-one-way': {
    at: 'console/kit/up.ts:1',
    files: { 'console/kit/up.ts': `import '../app/main.tsx';` },
  },
  'no-testing-in-production': {
    at: 'server/platform/cheat.ts:1',
    files: { 'server/platform/cheat.ts': `import '../testing/makers.ts';` },
  },
  resolves: {
    at: 'engine/lost.ts:1',
    files: { 'engine/lost.ts': `import './gone.ts';` },
  },
  'no-cycles': {
    at: 'engine/a.ts',
    files: { 'engine/a.ts': `import './b.ts';`, 'engine/b.ts': `import './a.ts';` },
  },
  'known-module': {
    at: 'server/modules/stranger',
    files: { 'server/modules/stranger/index.ts': `import '../org/index.ts';` },
  },
  graph: {
    at: 'tools/boundaries/modules.json',
    files: { 'tools/boundaries/modules.json': '{"org":[],"privacy":[]}' },
  },
};

describe('module boundaries', () => {
  test('a sound house breaks no law', () => {
    assert.deepEqual(violationsOf({}), []);
  });

  for (const [law, { at, files }] of Object.entries(broken)) {
    test(`the law "${law}" fires at its place`, () => {
      const found = violationsOf(files).map((line) => line.split(' imports ')[0]);
      assert.ok(
        found.some((line) => line?.startsWith(`${at} [${law}]`)),
        `expected ${at} [${law}] among:\n${found.join('\n')}`,
      );
    });
  }

  test('every law has an example that breaks it', () => {
    assert.deepEqual(
      rules.map(({ name }) => name).filter((name) => !(name in broken)),
      [],
    );
  });

  test('files that only share types close no circle', () => {
    const files = {
      'engine/a.ts': `import './b.ts';`,
      'engine/b.ts': `import type {} from './a.ts';`,
    };
    assert.deepEqual(violationsOf(files), []);
  });
});

function violationsOf(files: Files): string[] {
  const graph: ModuleGraph = { org: [], privacy: ['org'] };
  using tree = temporaryTree({
    'tools/boundaries/modules.json': JSON.stringify(graph),
    'docs/architecture.md': withDiagram('# Architecture', graph),
    ...soundHouse,
    ...files,
  });
  tree.linkWorkspaces('contract', 'engine');
  return findBoundaryViolations(tree.root);
}
