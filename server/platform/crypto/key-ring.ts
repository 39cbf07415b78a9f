/** What a data key is for. `log` changes daily, `box` monthly, `secret` (provider credentials) never. */
export type KeyPurpose = 'log' | 'box' | 'secret';

export interface Sealed {
  readonly keyId: number;
  /** 12 bytes nonce, ciphertext, 16 bytes tag (AES-256-GCM). */
  readonly body: Buffer;
}

/** Encrypts many values under one data key, without waiting. */
export interface Sealer {
  readonly keyId: number;
  seal(plain: Buffer | string): Buffer;
}

/** Decrypts what was sealed under the keys it was opened for, without waiting. */
export type Opener = (keyId: number, body: Buffer) => Buffer;

/**
 * Envelope encryption: data keys are stored wrapped by the installation's master key, which never enters a database.
 * Hashes are keyed by the master key too, so they mean nothing outside this installation.
 */
export interface KeyRing {
  sealer(purpose: KeyPurpose, at: Date): Promise<Sealer>;
  seal(purpose: KeyPurpose, plain: Buffer | string, at: Date): Promise<Sealed>;
  opener(keyIds: Iterable<number>): Promise<Opener>;
  open(keyId: number, body: Buffer): Promise<Buffer>;
  /** 128-bit keyed hash of a value, as UUID text; `domain` keeps equal values of different fields apart. */
  hash(domain: string, value: string): string;
}
