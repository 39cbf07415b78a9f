/** `npm run graph` writes which server module imports which to tools/boundaries/modules.json and docs/architecture.md. */
import { readImports } from './boundaries/imports.ts';
import { graphOf, readModuleGraph, writeModuleGraph } from './boundaries/module-graph.ts';
import { root } from './root.ts';

writeModuleGraph(root, graphOf(readImports(root), Object.keys(readModuleGraph(root))));
