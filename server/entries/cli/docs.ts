import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';

export function addDocsCommands(program: Command): void {
  program
    .command('docs')
    .description('documents that follow from the code')
    .command('errors')
    .description('write docs/errors.md from the error registries')
    .action(async () => {
      const { errorPage } = await import('../error-page.ts');
      const { catalogue } = await import('../modules.ts');
      const file = join(import.meta.dirname, '../../../docs/errors.md');
      writeFileSync(file, errorPage(catalogue));
      console.log(file);
    });
}
