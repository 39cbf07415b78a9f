import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import type { Clock } from '../clock/index.ts';
import type { Postgres } from '../postgres/index.ts';
import { decrypt, encrypt } from './aead.ts';
import type { KeyPurpose, KeyRing, Opener, Sealer } from './key-ring.ts';
import { readMasterKey } from './master-key.ts';

interface Tables {
  'platform.data_key': {
    key_id: number;
    purpose: KeyPurpose;
    day: string;
    wrapped: Buffer;
    created_at: Date;
  };
}

interface DataKey {
  readonly keyId: number;
  readonly purpose: KeyPurpose;
  readonly key: KeyObject;
}

/** The day under which a purpose's key of this moment is stored. */
function periodOf(purpose: KeyPurpose, at: Date): string {
  const day = at.toISOString().slice(0, 10);
  if (purpose === 'log') return day;
  return purpose === 'box' ? `${day.slice(0, 7)}-01` : '1970-01-01';
}

/** Opens the key ring of a home; see `KeyRing`. Data keys are unwrapped once and kept as `KeyObject`s. */
export async function openKeyRing(options: {
  readonly postgres: Postgres;
  readonly home: string;
  readonly masterKey?: string | undefined;
  readonly clock: Clock;
}): Promise<KeyRing> {
  const { postgres, clock } = options;
  const master = await readMasterKey(options.home, options.masterKey);
  const hashKey = createSecretKey(
    Buffer.from(hkdfSync('sha256', master.export(), Buffer.alloc(0), 'siyu identifier hash', 32)),
  );
  const byId = new Map<number, DataKey>();
  const byPeriod = new Map<string, Promise<DataKey>>();

  const unwrap = (row: { key_id: number; purpose: KeyPurpose; wrapped: Buffer }): DataKey => {
    try {
      const bytes = decrypt(master, row.wrapped, `data key ${row.purpose}`);
      const dataKey = { keyId: row.key_id, purpose: row.purpose, key: createSecretKey(bytes) };
      byId.set(row.key_id, dataKey);
      return dataKey;
    } catch (cause) {
      throw new Error(
        'The master key does not open the keys of this database. Start with the master key it was made with (keys/master.key of its home, or SIYU_MASTER_KEY).',
        { cause },
      );
    }
  };

  const keyOf = async (purpose: KeyPurpose, day: string): Promise<DataKey> => {
    const db = postgres.db<Tables>();
    const fresh = encrypt(master, randomBytes(32), `data key ${purpose}`);
    await db
      .insertInto('platform.data_key')
      .values({ purpose, day, wrapped: fresh, created_at: clock.now() } as never)
      .onConflict((conflict) => conflict.columns(['purpose', 'day']).doNothing())
      .execute();
    const row = await db
      .selectFrom('platform.data_key')
      .select(['key_id', 'purpose', 'wrapped'])
      .where('purpose', '=', purpose)
      .where('day', '=', day)
      .executeTakeFirstOrThrow();
    return unwrap(row);
  };

  const current = (purpose: KeyPurpose, at: Date): Promise<DataKey> => {
    const day = periodOf(purpose, at);
    const name = `${purpose} ${day}`;
    const known = byPeriod.get(name);
    if (known) return known;
    const pending = keyOf(purpose, day);
    byPeriod.set(name, pending);
    pending.catch(() => byPeriod.delete(name));
    return pending;
  };

  const load = async (keyIds: readonly number[]): Promise<void> => {
    const rows = await postgres
      .db<Tables>()
      .selectFrom('platform.data_key')
      .select(['key_id', 'purpose', 'wrapped'])
      .where('key_id', 'in', keyIds)
      .execute();
    rows.forEach(unwrap);
  };

  const openNow: Opener = (keyId, body) => {
    const dataKey = byId.get(keyId);
    if (!dataKey) throw new Error(`Data key ${keyId} is not in platform.data_key.`);
    return decrypt(dataKey.key, body, dataKey.purpose);
  };

  const opener = async (keyIds: Iterable<number>): Promise<Opener> => {
    const missing = [...new Set(keyIds)].filter((keyId) => !byId.has(keyId));
    if (missing.length > 0) await load(missing);
    return openNow;
  };

  const sealer = async (purpose: KeyPurpose, at: Date): Promise<Sealer> => {
    const { keyId, key } = await current(purpose, at);
    return { keyId, seal: (plain) => encrypt(key, plain, purpose) };
  };

  await current('secret', clock.now());
  return {
    sealer,
    opener,
    seal: async (purpose, plain, at) => {
      const { keyId, seal } = await sealer(purpose, at);
      return { keyId, body: seal(plain) };
    },
    open: async (keyId, body) => (await opener([keyId]))(keyId, body),
    hash: (domain, value) => {
      const hex = createHmac('sha256', hashKey)
        .update(domain)
        .update('\0')
        .update(value)
        .digest('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
    },
  };
}
