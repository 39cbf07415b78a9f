import {
  explainRule as explainRoute,
  peopleOfRule as peopleRoute,
  previewRule as previewRoute,
  stopPreview as stopRoute,
} from '@siyu/contract/segment';
import { endpoint } from '../../../platform/http/index.ts';
import { explainRule } from '../explain-rule.ts';
import { peopleOfRule } from '../people-of-rule.ts';
import { previewRule, stopPreview } from '../preview-rule.ts';
import { requireRule } from '../rule-in-scope.ts';

export const preview = endpoint(previewRoute, ({ platform, actor, body, raw }) => {
  const gone = new AbortController();
  raw.reply.raw.once('close', () => {
    if (!raw.reply.raw.writableFinished) gone.abort();
  });
  return previewRule(platform, actor, body.rule, body.preview, gone.signal);
});

export const stop = endpoint(stopRoute, async ({ actor, params }) => ({
  stopped: stopPreview(actor, params.preview),
}));

export const explain = endpoint(explainRoute, ({ platform, actor, body }) =>
  explainRule(platform, actor.scope, body.rule),
);

export const people = endpoint(peopleRoute, async ({ platform, actor, body }) => {
  requireRule(body.rule);
  const { rule, cursor, limit = 50 } = body;
  return peopleOfRule(platform, actor, rule, { cursor, limit });
});
