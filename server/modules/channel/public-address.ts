import { encodeToken } from '@siyu/engine/channel';
import type { Config } from '../../platform/config/index.ts';

/** The addresses that a delivery's message carries. */
export interface MessageAddresses {
  link(number: number): string;
  readonly pixel: string;
  readonly unsubscribe: string;
}

/** Links of one delivery under the server's public address. */
export function messageAddresses(
  config: Pick<Config, 'publicUrl' | 'port'>,
  delivery: { readonly deliveryId: number; readonly secret: bigint },
): MessageAddresses {
  const base = config.publicUrl ?? `http://localhost:${config.port}`;
  const token = (link: number) => encodeToken({ ...delivery, link });
  return {
    link: (number) => `${base}/t/${token(number)}`,
    pixel: `${base}/o/${token(0)}.gif`,
    unsubscribe: `${base}/u/${token(0)}`,
  };
}
