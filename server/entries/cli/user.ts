import { randomBytes } from 'node:crypto';
import { createUser, type Role, readSetup, roles, setUp } from '@siyu/contract/org';
import { type Command, Option } from 'commander';
import type { Client } from '../demo/client.ts';
import { throughTheDoor } from './door.ts';
import { say } from './print.ts';

interface UserOptions {
  readonly json?: boolean;
  readonly name?: string;
  readonly role: Role;
  readonly org: string;
  readonly password?: string;
  readonly organisation: string;
}

export function addUserCommands(program: Command): void {
  const user = program.command('user').description('users of the console');
  user
    .command('add <login>')
    .description('add a user; without --password one is made up and printed once')
    .option('--name <name>', 'name that others see; the login when absent')
    .addOption(new Option('--role <role>').choices([...roles]).default('admin'))
    .option('--org <code>', 'node whose part of the organisation the user sees', 'root')
    .option('--password <password>', 'at least 10 characters')
    .option('--organisation <name>', 'name of a new organisation, for the very first user', 'Siyu')
    .option('--json', 'as one line of JSON')
    .action(async (login: string, options: UserOptions, command: Command) => {
      const password = options.password ?? randomBytes(12).toString('base64url');
      const id = await throughTheDoor(command, (client) => add(client, login, password, options));
      const shown = options.password ? {} : { password };
      const text = options.password ? '' : `\npassword ${password}`;
      say(options, { id, login, ...shown }, `${login} (${id}) added as ${options.role}${text}`);
    });
}

/** On an empty installation the first user sets it up and is its administrator. */
async function add(
  client: Client,
  login: string,
  password: string,
  { name = login, role, org, organisation }: UserOptions,
): Promise<string> {
  const { needed } = await client.call(readSetup);
  if (needed && role === 'admin') {
    const body = { nameZh: organisation, login, name, password };
    return (await client.call(setUp, { body })).user.id;
  }
  return (await client.call(createUser, { body: { login, name, role, org, password } })).id;
}
