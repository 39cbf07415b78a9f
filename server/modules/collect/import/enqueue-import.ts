import type { Platform } from '../../../platform/platform.ts';
import { runImportJob } from './start-import.ts';
import { silentImports } from './store/lease.ts';

/** Has an import run in the background. Asking twice is harmless: only one run holds an import. */
export async function enqueueImport(platform: Platform, importId: number): Promise<void> {
  await platform.jobs.add(
    runImportJob,
    { importId },
    { key: `${runImportJob}:${importId}`, subject: String(importId) },
  );
}

/** Goes on with imports whose run has fallen silent: the process died, or the job never came. */
export async function reviveImports(platform: Platform): Promise<void> {
  const silent = await silentImports(platform.postgres.db<unknown>(), platform.clock.now());
  for (const importId of silent) await enqueueImport(platform, importId);
}
