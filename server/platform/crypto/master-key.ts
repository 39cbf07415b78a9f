import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The master key: `given` (32 bytes as base64) when set, else `<home>/keys/master.key`, made on the first start.
 * @throws Error when the key is not 32 bytes, saying where it came from
 */
export async function readMasterKey(home: string, given?: string): Promise<KeyObject> {
  if (given !== undefined) return parse(given, 'SIYU_MASTER_KEY');
  const file = join(home, 'keys', 'master.key');
  const stored = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return parse(stored ?? (await create(file)), file);
}

function parse(text: string, origin: string): KeyObject {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== 32) {
    throw new Error(
      `The master key in ${origin} has ${bytes.length} bytes; it must be 32 bytes in base64. Restore the key that this data folder was made with.`,
    );
  }
  return createSecretKey(bytes);
}

async function create(file: string): Promise<string> {
  const text = `${randomBytes(32).toString('base64')}\n`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await chmod(dirname(file), 0o700);
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return text;
}
