import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { ResolverFactory } from 'oxc-resolver';
import { sourceFiles } from './source-files.ts';

/**
 * One import or re-export.
 *
 * `to` is a path inside the repository, `node:NAME` for what ships with Node, `npm:PACKAGE` for a dependency, and
 * `missing:SPECIFIER` for what resolves to nothing.
 */
export type Import = {
  from: string;
  line: number;
  specifier: string;
  to: string;
  /** `import type` and `export type`: gone at run time. */
  isType: boolean;
};

/** Every import of every TypeScript file of the workspaces under `root`. */
export function readImports(root: string): Import[] {
  const resolver = new ResolverFactory({
    conditionNames: ['types', 'import', 'node', 'default'],
    extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.json'],
  });
  return sourceFiles(root).flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    return importsIn(from, text).map(({ specifier, start, isType }) => ({
      from,
      line: text.slice(0, start).split('\n').length,
      specifier,
      to: target(resolver, root, from, specifier),
      isType,
    }));
  });
}

type RawImport = { specifier: string; start: number; isType: boolean };

function importsIn(file: string, text: string): RawImport[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(file, text).module;
  const isType = (start: number) => /^(import|export)\s+type\b/.test(text.slice(start, start + 40));
  const imports = staticImports.map(({ start, moduleRequest }) => ({
    specifier: moduleRequest.value,
    start,
    isType: isType(start),
  }));
  const reExports = staticExports.flatMap(({ start, entries }) => {
    const specifier = entries[0]?.moduleRequest?.value;
    return specifier ? [{ specifier, start, isType: isType(start) }] : [];
  });
  const dynamic = dynamicImports.flatMap(({ start, moduleRequest }) => {
    const literal = /^(['"`])([^$]*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    return literal?.[2] ? [{ specifier: literal[2], start, isType: false }] : [];
  });
  return [...imports, ...reExports, ...dynamic];
}

function target(resolver: ResolverFactory, root: string, from: string, specifier: string): string {
  if (isBuiltin(specifier)) return specifier.startsWith('node:') ? specifier : `node:${specifier}`;
  const isOurs = specifier.startsWith('.') || specifier.startsWith('@siyu/');
  if (!isOurs) return `npm:${packageName(specifier)}`;
  const withoutQuery = specifier.replace(/\?.*$/, '');
  const { path } = resolver.sync(join(root, dirname(from)), withoutQuery);
  return path ? relative(root, path) : `missing:${specifier}`;
}

/** @example packageName('@xyflow/react/dist/style.css') // '@xyflow/react' */
function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
