/** `npm run new module NAME` raises the rooms of a new server module: README, front door, registrations and a first test. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GRAPH_FILE, readModuleGraph } from './boundaries/module-graph.ts';
import { moduleFiles } from './new/module-files.ts';
import { root } from './root.ts';

const [kind, name = ''] = process.argv.slice(2);
const order = Object.keys(readModuleGraph(root));

if (kind !== 'module' || !name) fail('Say what to make: npm run new module NAME');
if (!order.includes(name))
  fail(
    `${name} has no place in the import order. Add it to ${GRAPH_FILE} first. Known: ${order.join(', ')}.`,
  );

for (const [path, text] of Object.entries(moduleFiles(name))) {
  const file = join(root, 'server/modules', name, path);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, text, { flag: 'wx' });
    console.log(`server/modules/${name}/${path}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    console.log(`server/modules/${name}/${path} is there already and stays as it is`);
  }
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
