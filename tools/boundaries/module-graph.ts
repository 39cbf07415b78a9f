import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Import } from './imports.ts';
import { isTesting, moduleOf } from './places.ts';

/** Module → the modules it imports. The order of the keys is the order in which modules may import each other. */
export type ModuleGraph = Record<string, string[]>;

export const GRAPH_FILE = 'tools/boundaries/modules.json';
export const DIAGRAM_FILE = 'docs/architecture.md';
const BEGIN = '<!-- module graph: written by `npm run graph`, do not edit -->';
const END = '<!-- end of module graph -->';

export function readModuleGraph(root: string): ModuleGraph {
  return JSON.parse(readFileSync(join(root, GRAPH_FILE), 'utf8')) as ModuleGraph;
}

/** The graph as the source has it now: the known modules in their order, with the edges that production code draws. */
export function graphOf(imports: readonly Import[], order: readonly string[]): ModuleGraph {
  const edges = imports.flatMap(({ from, to }) => {
    const [user, used] = [moduleOf(from), moduleOf(to)];
    return user && used && user !== used && !isTesting(from) ? [`${user} ${used}`] : [];
  });
  const drawn = new Set(edges);
  return Object.fromEntries(
    order.map((user) => [user, order.filter((used) => drawn.has(`${user} ${used}`))]),
  );
}

/** The diagram of docs/architecture.md: an arrow leads from a module to one that it imports. */
function diagramOf(graph: ModuleGraph): string {
  const lines = Object.entries(graph).flatMap(([user, used]) =>
    used.length ? used.map((name) => `  ${user} --> ${name}`) : [`  ${user}`],
  );
  return [BEGIN, '', '```mermaid', 'flowchart BT', ...lines, '```', '', END].join('\n');
}

/** `text` with its diagram replaced; a text without one gets a section at its end. */
export function withDiagram(text: string, graph: ModuleGraph): string {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < 0)
    return `${text.trimEnd()}\n\n## Which module imports which\n\n${diagramOf(graph)}\n`;
  return text.slice(0, begin) + diagramOf(graph) + text.slice(end + END.length);
}

/** Writes the graph and its diagram; both belong in the commit that draws a new edge, so that review sees it. */
export function writeModuleGraph(root: string, graph: ModuleGraph): void {
  const lines = Object.entries(graph).map(
    ([user, used]) =>
      `  ${JSON.stringify(user)}: [${used.map((name) => JSON.stringify(name)).join(', ')}]`,
  );
  writeFileSync(join(root, GRAPH_FILE), `{\n${lines.join(',\n')}\n}\n`);
  const document = join(root, DIAGRAM_FILE);
  writeFileSync(document, withDiagram(readFileSync(document, 'utf8'), graph));
}
