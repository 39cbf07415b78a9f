import { sealAudit, verifyAudit } from '@siyu/contract/org';
import type { Command } from 'commander';
import { throughTheDoor } from './door.ts';
import { say } from './print.ts';

/** Exit code of a chain that does not hold: found out, unlike 1, which is a command that failed. */
const broken = 2;

export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('the audit log');
  audit
    .command('verify')
    .description('recompute the hash chain; exit code 2 and the place when it does not hold')
    .option('--head <hash>', 'a head noted earlier that the chain must still have')
    .option('--json', 'as one line of JSON')
    .action(async (options: { head?: string; json?: boolean }, command: Command) => {
      const { head } = options;
      const proof = await throughTheDoor(command, (client) =>
        client.call(verifyAudit, { body: head ? { head } : {} }),
      );
      const counts = `${proof.entries} entries, ${proof.sealed} of them in ${proof.seals} seals`;
      const { break: at } = proof;
      const place = at
        ? `The chain breaks: ${at.reason.replaceAll('_', ' ')}${at.seal === null ? '' : `, seal ${at.seal}`}${at.entry === null ? '' : `, entry ${at.entry}`}.`
        : 'The chain holds.';
      say(options, proof, `${place}\n${counts}\nhead ${proof.head ?? '–'}`);
      if (!proof.holds) process.exitCode = broken;
    });
  audit
    .command('seal')
    .description('seal what is not sealed yet')
    .option('--json', 'as one line of JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      const made = await throughTheDoor(command, (client) => client.call(sealAudit));
      say(options, made, `${made.sealed} entries sealed\nhead ${made.head ?? '–'}`);
    });
}
