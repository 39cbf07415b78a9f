import { readMe } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { tokenOf } from '../session-cookie.ts';
import { showMe } from '../show-me.ts';

export const readMeEndpoint = endpoint(readMe, ({ platform, actor, raw }) =>
  showMe(platform, actor.id, tokenOf(actor, raw.request)),
);
