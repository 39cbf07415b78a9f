/** Where a path of the repository lies in the house; every rule is said in these words. */

/** @example workspaceOf('server/modules/org/index.ts') // 'server' */
export function workspaceOf(path: string): string | undefined {
  return /^([a-z]+)\//.exec(path)?.[1];
}

/** @example moduleOf('server/modules/org/store/node.ts') // 'org' */
export function moduleOf(path: string): string | undefined {
  return /^server\/modules\/([^/]+)\//.exec(path)?.[1];
}

/** The room of the server a path lies in. @example roomOf('server/platform/log/log.ts') // 'platform' */
export function roomOf(path: string): string | undefined {
  return /^server\/([^/]+)\//.exec(path)?.[1];
}

/** @example featureOf('console/features/segment/list.tsx') // 'segment' */
export function featureOf(path: string): string | undefined {
  return /^console\/features\/([^/]+)\//.exec(path)?.[1];
}

/** Tests, and what only tests use: `*.test.ts`, `*.testing.ts`, anything under a folder `testing/`. */
export function isTesting(path: string): boolean {
  return /\.(test|testing)\.tsx?$|\/testing\//.test(path);
}
