import { channelErrors } from '@siyu/contract/channel';
import { collectErrors, importErrors } from '@siyu/contract/collect';
import { commerceErrors } from '@siyu/contract/commerce';
import { contentErrors } from '@siyu/contract/content';
import { insightErrors } from '@siyu/contract/insight';
import { journeyErrors } from '@siyu/contract/journey';
import { orgErrors } from '@siyu/contract/org';
import { platformErrors } from '@siyu/contract/platform';
import { profileErrors } from '@siyu/contract/profile';
import { segmentErrors } from '@siyu/contract/segment';
import { channel } from '../modules/channel/index.ts';
import { collect } from '../modules/collect/index.ts';
import { commerce } from '../modules/commerce/index.ts';
import { content } from '../modules/content/index.ts';
import { identity } from '../modules/identity/index.ts';
import { insight } from '../modules/insight/index.ts';
import { journey } from '../modules/journey/index.ts';
import { org } from '../modules/org/index.ts';
import { privacy } from '../modules/privacy/index.ts';
import { profile } from '../modules/profile/index.ts';
import { segment } from '../modules/segment/index.ts';
import { catalogueOf, type Module } from '../platform/http/index.ts';

/** Every module of the house, in the order in which they may know each other. */
export const modules: readonly Module[] = [
  org,
  collect,
  identity,
  privacy,
  commerce,
  profile,
  segment,
  content,
  channel,
  journey,
  insight,
];

/** Every error that a user may meet. */
export const catalogue = catalogueOf([
  platformErrors,
  orgErrors,
  collectErrors,
  importErrors,
  commerceErrors,
  profileErrors,
  segmentErrors,
  contentErrors,
  channelErrors,
  journeyErrors,
  insightErrors,
]);
