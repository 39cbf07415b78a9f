import { changeMe } from '@siyu/contract/org';
import { endpoint, problem } from '../../../platform/http/index.ts';
import { tokenOf } from '../session-cookie.ts';
import { showMe } from '../show-me.ts';
import { changeUserRow } from '../store/change-user-row.ts';
import { userById } from '../store/user-by-id.ts';

export const changeMeEndpoint = endpoint(changeMe, async ({ platform, actor, body, raw }) => {
  const token = tokenOf(actor, raw.request);
  const db = platform.postgres.db();
  const user = await userById(db, actor.id);
  if (!user) throw problem('platform.not_logged_in');
  await changeUserRow(db, user.user_id, { name: body.name, locale: body.locale });
  return showMe(platform, actor.id, token);
});
