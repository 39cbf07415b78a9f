import { channelKinds } from '@siyu/contract/content';
import type { TokenDelivery } from './store/delivery-by-token.ts';

/**
 * The page behind a message's way out, in both languages: one button, no script, nothing about the person. Opening it does nothing,
 * since mail scanners open every link.
 */
export function unsubscribePage(
  { channel, unsubscribedAt }: Pick<TokenDelivery, 'channel' | 'unsubscribedAt'>,
  brand: string,
): string {
  const { zh, en } = channelKinds[channel];
  const name = escapeHtml(brand);
  const body = unsubscribedAt
    ? `<h1>已退订</h1><p>${name} 不会再通过${zh}向您发送营销信息。</p>
       <h2 lang="en">Unsubscribed</h2><p lang="en">${name} will send you no more marketing by ${en}.</p>`
    : `<h1>退订${zh}营销信息</h1><p>退订后，${name} 不会再通过${zh}向您发送营销信息；与您订单有关的服务通知不受影响。</p>
       <h2 lang="en">Unsubscribe from ${en}</h2><p lang="en">${name} will send you no more marketing by ${en}; notices about your own orders stay.</p>
       <form method="post"><button type="submit">确认退订 · Unsubscribe</button></form>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${name}</title>
<style>body{font:16px/1.7 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif;max-width:34em;margin:12vh auto;padding:0 24px;color:#1f2329}
h1{font-size:22px}h2{font-size:16px;color:#646a73}p[lang]{color:#646a73}button{font:inherit;padding:10px 24px;border:0;border-radius:8px;background:#1f6feb;color:#fff;cursor:pointer}
@media(prefers-color-scheme:dark){body{background:#141414;color:#e8e8e8}}</style></head><body>${body}</body></html>`;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
