const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 11;
/** Links of one message that can be told apart; 0 stands for the message itself. */
export const mostLinks = 63;

/** What a short link carries: which delivery, which of its links (0 = the message), and the delivery's secret (63 bits). */
export interface MessageToken {
  readonly deliveryId: number;
  readonly link: number;
  readonly secret: bigint;
}

/** 12 to 18 letters and digits: the secret (11), then delivery and link as one number. */
export function encodeToken({ deliveryId, link, secret }: MessageToken): string {
  const place = base62(BigInt(deliveryId) * BigInt(mostLinks + 1) + BigInt(link));
  return base62(secret).padStart(secretLength, '0') + place;
}

/** Undefined for what cannot be a token. */
export function decodeToken(token: string): MessageToken | undefined {
  if (token.length <= secretLength || token.length > 20 || !/^[0-9A-Za-z]+$/.test(token))
    return undefined;
  const secret = number62(token.slice(0, secretLength));
  const place = number62(token.slice(secretLength));
  const perDelivery = BigInt(mostLinks + 1);
  if (secret >= 2n ** 63n || place / perDelivery > BigInt(Number.MAX_SAFE_INTEGER))
    return undefined;
  return { secret, deliveryId: Number(place / perDelivery), link: Number(place % perDelivery) };
}

function base62(value: bigint): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) text = alphabet[Number(rest % 62n)] + text;
  return text || '0';
}

function number62(text: string): bigint {
  let value = 0n;
  for (const letter of text) value = value * 62n + BigInt(alphabet.indexOf(letter));
  return value;
}
