import { followLink, openPixel, showUnsubscribe, unsubscribe } from '@siyu/contract/channel';
import { channelKinds } from '@siyu/contract/content';
import { type Endpoint, endpoint, problem, SiyuError } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { compileTemplate, templateVersion } from '../../content/index.ts';
import { nodesById } from '../../org/index.ts';
import { recipientOf } from '../recipient-of.ts';
import { recordReaction } from '../record-reaction.ts';
import type { TokenDelivery } from '../store/delivery-by-token.ts';
import { unsubscribePage } from '../unsubscribe-page.ts';

/** The smallest transparent GIF. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const follow = endpoint(followLink, async ({ platform, params, raw }) => {
  const db = platform.postgres.db<unknown>();
  const { delivery, link } = await recipientOf(db, params.token);
  const text = await templateVersion(db, delivery.templateId, delivery.templateVersion);
  const { format } = channelKinds[delivery.channel];
  const url = text && compileTemplate({ ...text, format }).links[link - 1];
  if (!url) throw problem('channel.link_unknown');
  await recordReaction(platform, delivery, 'clicked', link);
  raw.reply
    .code(302)
    .headers({ location: url, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  return '';
});

const open = endpoint(openPixel, async ({ platform, params, raw }) => {
  try {
    const token = params.token.replace(/\.gif$/, '');
    const { delivery } = await recipientOf(platform.postgres.db<unknown>(), token);
    await recordReaction(platform, delivery, 'opened');
  } catch (error) {
    // A picture is answered whatever the token is: what is asked for stands in somebody's mail.
    if (!(error instanceof SiyuError)) throw error;
  }
  raw.reply.type('image/gif').header('cache-control', 'no-store');
  return pixel;
});

const show = endpoint(showUnsubscribe, async ({ platform, params, raw }) => {
  const { delivery } = await recipientOf(platform.postgres.db<unknown>(), params.token);
  raw.reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
  return unsubscribePage(delivery, await brandName(platform, delivery));
});

const leave = endpoint(unsubscribe, async ({ platform, params, raw }) => {
  const { delivery } = await recipientOf(platform.postgres.db<unknown>(), params.token);
  await recordReaction(platform, delivery, 'unsubscribed');
  raw.reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
  const left = { ...delivery, unsubscribedAt: platform.clock.now() };
  return unsubscribePage(left, await brandName(platform, delivery));
});

async function brandName(platform: Platform, { brandId }: TokenDelivery): Promise<string> {
  return (await nodesById(platform.postgres.db<unknown>(), [brandId])).get(brandId)?.name_zh ?? '';
}

export const publicEndpoints: readonly Endpoint[] = [follow, open, show, leave];
