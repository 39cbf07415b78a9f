import type { Import } from './imports.ts';

/**
 * The groups of files that import each other in a circle, each sorted; type-only imports close no circle, for nothing runs.
 *
 * Strongly connected components after Tarjan, "Depth-first search and linear graph algorithms" (1972).
 *
 * @example findCycles([a → b, b → a, b → c]) // [['a', 'b']]
 */
export function findCycles(imports: readonly Import[]): string[][] {
  const targets = Map.groupBy(
    imports.filter(({ isType }) => !isType),
    ({ from }) => from,
  );
  const indexOf = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];

  const visit = (file: string): number => {
    let low = indexOf.size;
    const index = low;
    indexOf.set(file, index);
    stack.push(file);
    for (const { to } of targets.get(file) ?? []) {
      if (!indexOf.has(to)) low = Math.min(low, visit(to));
      else if (stack.includes(to)) low = Math.min(low, indexOf.get(to) ?? low);
      if (to === file) cycles.push([file]);
    }
    if (low === index) {
      const component = stack.splice(stack.indexOf(file));
      if (component.length > 1) cycles.push(component.sort());
    }
    return low;
  };

  for (const file of targets.keys()) if (!indexOf.has(file)) visit(file);
  return cycles;
}
