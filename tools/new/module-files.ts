/**
 * The files of an empty server module, path → text. It type-checks and its test passes.
 *
 * @example Object.keys(moduleFiles('loyalty')) // ['README.md', 'index.ts', …]
 */
export function moduleFiles(name: string): Record<string, string> {
  const Name = name[0]?.toUpperCase() + name.slice(1);
  return {
    'README.md': `# ${name}

What it is for, in one sentence.

## Owns

Tables of the PostgreSQL schema \`${name}\` and ClickHouse tables \`${name}_…\`:

| table | one row is |
|---|---|

## Uses and offers

Which earlier modules it calls and why; what its front door (\`index.ts\`) gives to later ones; which facts it publishes.

## Always true

The invariants, each with the test that proves it.
`,
    'index.ts': `import type { Module } from '../../platform/http/index.ts';
import { register${Name} } from './registers.ts';

/** What it is for, in one sentence. */
export const ${name}: Module = { name: '${name}', endpoints: [], register: register${Name} };
`,
    'registers.ts': `import type { Platform } from '../../platform/platform.ts';

/** Fills the registries with the person assets, actions and jobs of this module. */
export function register${Name}(_platform: Platform): void {}
`,
    'routes/README.md': `One file per endpoint: its route object comes from \`contract/${name}\`, its handler is 5 to 15 lines.\n`,
    'store/README.md': 'One statement per file, named by what it returns.\n',
    [`${name}.test.ts`]: `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ${name} } from './index.ts';

test('the front door of ${name} bears its name', () => {
  assert.equal(${name}.name, '${name}');
});
`,
  };
}
