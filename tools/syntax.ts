import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor, type VisitorObject } from 'oxc-parser';

/** Parses one TypeScript file of `root` and shows its nodes to `visitor`; answers which line an offset lies on. */
export function visitFile(
  root: string,
  file: string,
  visitor: (lineOf: (offset: number) => number) => VisitorObject,
): void {
  const text = readFileSync(join(root, file), 'utf8');
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  new Visitor(visitor(lineOf)).visit(parseSync(file, text).program);
}
