import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCycles } from './cycles.ts';
import { type Import, readImports } from './imports.ts';
import { DIAGRAM_FILE, GRAPH_FILE, graphOf, readModuleGraph, withDiagram } from './module-graph.ts';
import { isTesting, moduleOf } from './places.ts';
import { rules } from './rules.ts';

/**
 * Everything that breaks the boundaries of the repository under `root`, one sentence each: what, where, how to mend it.
 *
 * @example ['server/modules/org/routes/a.ts:3 [front-door] imports server/modules/privacy/store/b.ts. Import the …']
 */
export function findBoundaryViolations(root: string): string[] {
  const graph = readModuleGraph(root);
  const imports = readImports(root);
  const order = Object.keys(graph);
  return [
    ...brokenRules(imports, order),
    ...circles(imports),
    ...strangers(imports, order),
    ...staleGraph(root, imports, order),
  ];
}

function brokenRules(imports: readonly Import[], order: readonly string[]): string[] {
  return imports.flatMap((edge) =>
    rules
      .filter(({ forbids }) => forbids(edge, order))
      .map(({ name, mend }) => `${edge.from}:${edge.line} [${name}] imports ${edge.to}. ${mend}`),
  );
}

function circles(imports: readonly Import[]): string[] {
  return findCycles(imports.filter(({ from }) => !isTesting(from))).map(
    (files) =>
      `${files[0]} [no-cycles] imports in a circle: ${files.join(', ')}. Move what they share to a file that imports neither.`,
  );
}

function strangers(imports: readonly Import[], order: readonly string[]): string[] {
  const modules = new Set(imports.flatMap(({ from }) => moduleOf(from) ?? []));
  return [...modules]
    .filter((name) => !order.includes(name))
    .map(
      (name) =>
        `server/modules/${name} [known-module] is not in ${GRAPH_FILE}. Give it its place in the order.`,
    );
}

function staleGraph(root: string, imports: readonly Import[], order: readonly string[]): string[] {
  const graph = graphOf(imports, order);
  const isSame = JSON.stringify(graph) === JSON.stringify(readModuleGraph(root));
  const document = join(root, DIAGRAM_FILE);
  const text = existsSync(document) ? readFileSync(document, 'utf8') : '';
  const mend = 'Run `npm run graph` and commit what it writes, so that review sees the edges.';
  return [
    ...(isSame ? [] : [`${GRAPH_FILE} [graph] is not what the source imports. ${mend}`]),
    ...(text === withDiagram(text, graph)
      ? []
      : [`${DIAGRAM_FILE} [graph] draws another graph. ${mend}`]),
  ];
}
