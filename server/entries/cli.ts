import { Command } from 'commander';
import { version } from '../platform/version.ts';
import { addAuditCommands } from './cli/audit.ts';
import { addBackupCommands } from './cli/backup.ts';
import { addConfigCommand } from './cli/config.ts';
import { addDocsCommands } from './cli/docs.ts';
import { addImportCommand } from './cli/import.ts';
import { addRebuildCommand } from './cli/rebuild.ts';
import { addStatusCommand } from './cli/status.ts';
import { addUserCommands } from './cli/user.ts';
import { Refused } from './demo/client.ts';
import { explain } from './process.ts';

const program = new Command('siyu')
  .description(
    'Commands for whoever runs Siyu. They talk to the server of the home folder, or open its data themselves when none runs.',
  )
  .version(version)
  .option('--home <folder>', 'home folder of the installation (SIYU_HOME)')
  .showHelpAfterError();

addConfigCommand(program);
addStatusCommand(program);
addUserCommands(program);
addAuditCommands(program);
addBackupCommands(program);
addRebuildCommand(program);
addImportCommand(program);
addDocsCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  const said = error instanceof Refused ? error.message : explain(error);
  console.error(said);
  process.exitCode = 1;
}
