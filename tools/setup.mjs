/**
 * `node tools/setup.mjs [--console] [--browser] [--quiet]` makes a clone ready; npm runs it before every script.
 *
 * It may run under any Node from 18 on and before there is a node_modules, so it is plain JavaScript without dependencies.
 * A step that finds its work done costs milliseconds.
 */

import { installBrowser } from './setup/browser.mjs';
import { buildConsole } from './setup/console.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { mendPlatformBinaries } from './setup/platform-binaries.mjs';

const asked = new Set(process.argv.slice(2));

/** @param {string} line */
const say = (line) => {
  if (!asked.has('--quiet')) console.log(line);
};

try {
  installDependencies(console.log);
  mendPlatformBinaries(say);
  if (asked.has('--console')) buildConsole(say);
  if (asked.has('--browser')) installBrowser(say);
} catch (error) {
  console.error(`Set-up failed: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
