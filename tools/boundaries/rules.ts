import type { Import } from './imports.ts';
import { featureOf, isTesting, moduleOf, roomOf, workspaceOf } from './places.ts';

/** A law about single imports: what it is called, which imports break it, and what to do instead. */
export type Rule = {
  name: string;
  forbids: (edge: Import, moduleOrder: readonly string[]) => boolean;
  mend: string;
};

/** The packages that pure code may use: each is arithmetic over its arguments. */
const PURE_PACKAGES: Record<string, readonly string[]> = {
  contract: ['npm:typebox'],
  engine: ['npm:luxon', 'npm:libphonenumber-js'],
  simulator: ['npm:luxon'],
};

/** Which workspace may import which other; `tools` holds no product code and `bench` looks at everything. */
const WORKSPACE_IMPORTS: Record<string, readonly string[]> = {
  contract: [],
  engine: ['contract'],
  simulator: ['contract', 'engine'],
  server: ['contract', 'engine', 'simulator'],
  console: ['contract'],
  member: ['contract'],
  tracker: [],
  bench: ['contract', 'engine', 'simulator', 'server', 'tools'],
  tools: [],
};

export const rules: readonly Rule[] = [
  {
    name: 'front-door',
    forbids: ({ from, to }) =>
      moduleOf(to) !== undefined &&
      moduleOf(to) !== moduleOf(from) &&
      to !== `server/modules/${moduleOf(to)}/index.ts`,
    mend: 'Import the module’s index.ts; if what you need is not there, its owner exports it.',
  },
  {
    name: 'module-order',
    forbids: ({ from, to }, order) => {
      const [user, used] = [moduleOf(from), moduleOf(to)];
      if (!user || !used || user === used || isTesting(from)) return false;
      return order.indexOf(used) >= order.indexOf(user) || !order.includes(used);
    },
    mend: 'A module imports only earlier ones: publish a fact, or offer a registry in server/platform that the later module fills.',
  },
  {
    name: 'platform-knows-no-module',
    forbids: ({ from, to }) =>
      roomOf(from) === 'platform' &&
      !isTesting(from) &&
      ['modules', 'pipeline', 'entries'].includes(roomOf(to) ?? ''),
    mend: 'Give platform a registry or a parameter, and let an entry fill it.',
  },
  {
    name: 'composition-stays-above',
    forbids: ({ from, to }) =>
      !isTesting(from) &&
      ((moduleOf(from) !== undefined && ['pipeline', 'entries'].includes(roomOf(to) ?? '')) ||
        (roomOf(from) === 'pipeline' && roomOf(to) === 'entries')),
    mend: 'Modules are composed by pipeline and entries, and pipeline by entries; nothing below imports them.',
  },
  {
    name: 'pure-code',
    forbids: ({ from, to }) => {
      const allowed = PURE_PACKAGES[workspaceOf(from) ?? ''];
      if (!allowed || isTesting(from)) return false;
      return to.startsWith('node:') || (to.startsWith('npm:') && !allowed.includes(to));
    },
    mend: 'contract, engine and simulator reach no I/O: take what you need as an argument (allowed packages: tools/boundaries/rules.ts).',
  },
  {
    name: 'workspace-edge',
    forbids: ({ from, to }) => {
      const [user, used] = [workspaceOf(from), workspaceOf(to)];
      if (!user || !used || user === used || isTesting(from)) return false;
      return !WORKSPACE_IMPORTS[user]?.includes(used);
    },
    mend: 'Which workspace may import which stands in tools/boundaries/rules.ts; what both need belongs in contract.',
  },
  {
    name: 'workspace-by-name',
    forbids: ({ from, to, specifier }) =>
      specifier.startsWith('.') && ![undefined, workspaceOf(from)].includes(workspaceOf(to)),
    mend: 'Import another workspace as @siyu/NAME, never by a relative path.',
  },
  {
    name: 'features-apart',
    forbids: ({ from, to }) =>
      featureOf(to) !== undefined &&
      featureOf(from) !== undefined &&
      featureOf(to) !== featureOf(from),
    mend: 'Move what two features share to console/ui or console/kit.',
  },
  {
    name: 'console-one-way',
    forbids: ({ from, to }) => {
      if (isTesting(from)) return false;
      const isShared = /^console\/(ui|kit|i18n)\//.test(from);
      return (
        (isShared && /^console\/(features|app)\//.test(to)) ||
        (featureOf(from) !== undefined && to.startsWith('console/app/'))
      );
    },
    mend: 'The console imports one way: kit and ui, then features, then app.',
  },
  {
    name: 'no-testing-in-production',
    forbids: ({ from, to }) =>
      isTesting(to) && !isTesting(from) && !['bench', 'tools'].includes(workspaceOf(from) ?? ''),
    mend: 'Production code never imports tests or their makers.',
  },
  {
    name: 'resolves',
    forbids: ({ to }) => to.startsWith('missing:'),
    mend: 'The path or the package’s `exports` leads to no file.',
  },
];
