import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM under a fresh random nonce: nonce, ciphertext, tag. `context` must be given again to open. */
export function encrypt(key: KeyObject, plain: Buffer | string, context: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context));
  const bytes = typeof plain === 'string' ? Buffer.from(plain) : plain;
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `encrypt` made. @throws Error when key, context or bytes are not the ones it was made with */
export function decrypt(key: KeyObject, body: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(body.subarray(body.length - tagBytes));
  return Buffer.concat([
    decipher.update(body.subarray(nonceBytes, body.length - tagBytes)),
    decipher.final(),
  ]);
}
