import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from '../../platform/platform.ts';

/** Where the file of an export lies. */
export const exportFile = ({ config }: Platform, publicId: string): string =>
  join(config.home, 'exports', `${publicId}.csv`);

/** Makes the folder of exports, readable by this process's user only. */
export async function makeExportFolder({ config }: Platform): Promise<void> {
  await mkdir(join(config.home, 'exports'), { recursive: true, mode: 0o700 });
}

/** Removes the file of an export, if it is there. */
export const removeExportFile = (platform: Platform, publicId: string): Promise<void> =>
  rm(exportFile(platform, publicId), { force: true });
