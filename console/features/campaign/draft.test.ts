import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionOf, draftOf, newDraft } from './draft.ts';

test('a draft is a campaign only when name, audience and content are there', () => {
  const draft = newDraft('seg_1');
  assert.equal(definitionOf(draft), null);
  assert.equal(definitionOf({ ...draft, name: '双十一' }), null);
  const definition = definitionOf({ ...draft, name: ' 双十一 ', template: 'tpl_1' });
  assert.equal(definition?.name, '双十一');
  assert.deepEqual(definition?.entry, {
    kind: 'segment',
    segment: 'seg_1',
    timing: { kind: 'now' },
  });
});

test('a stored campaign comes back from the wizard as it went in', () => {
  const definition = definitionOf({
    ...newDraft(),
    name: '清洗提醒',
    template: 'tpl_2',
    kind: 'event',
    event: { ...newDraft().event, event: 'order_placed' },
  });
  assert.ok(definition);
  assert.deepEqual(definitionOf(draftOf(definition)), definition);
});
