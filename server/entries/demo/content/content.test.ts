import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelKinds } from '@siyu/contract/content';
import { campaignDefinition } from '@siyu/contract/journey';
import { TagDefinition } from '@siyu/contract/profile';
import { leavesOf, type Rule, ruleFaults } from '@siyu/contract/segment';
import { organisation, touchpoints } from '@siyu/simulator';
import { Value } from 'typebox/value';
import { careCampaign, cartCampaign, cleaningCampaign, wakeCampaign } from './campaigns.ts';
import { demoUsers } from './people.ts';
import { demoSegments } from './segments.ts';
import { tagCategories } from './tag-categories.ts';
import { demoTags } from './tags.ts';
import { demoTemplates } from './templates.ts';

const rules: readonly (readonly [string, Rule])[] = [
  ...demoSegments.map((segment) => [segment.name, segment.rule] as const),
  ...demoTags.flatMap(({ zh, definition }) =>
    definition.kind === 'rule' ? definition.values.map(({ rule }) => [zh, rule] as const) : [],
  ),
];

describe("the demo's content", () => {
  it('has the stages, RFM, twenty more tags and eight segments, each name once', () => {
    assert.equal(demoTags.length, 22);
    assert.equal(demoSegments.length, 8);
    assert.equal(new Set(demoTags.map((tag) => tag.zh)).size, 22);
    assert.equal(new Set(demoSegments.map((segment) => segment.name)).size, 8);
    const categories = new Set<string>(tagCategories.map((category) => category.key));
    assert.ok(demoTags.every((tag) => categories.has(tag.category)));
  });

  it('has no faults in its rules and definitions', () => {
    for (const [name, rule] of rules) assert.deepEqual(ruleFaults(rule), [], name);
    for (const { zh, definition } of demoTags)
      assert.ok(Value.Check(TagDefinition, definition), zh);
  });

  it('asks only about events that happen in the demo', () => {
    const asked = new Set(
      rules
        .flatMap(([, rule]) => leavesOf(rule))
        .flatMap((leaf) => (leaf.kind === 'event' ? leaf.events : [])),
    );
    const stated = /^(order|product)_(placed|paid|refunded|corrected|bought|owned)$/;
    const played = new Set([
      'application_opened',
      'mini_program_opened',
      'store_visited',
      'guide_chatted',
      'product_viewed',
      'product_added',
      'product_shared',
      'product_reviewed',
      'live_watched',
      'coupon_claimed',
      'contact_removed',
      'signed_up',
      'service_requested',
    ]);
    for (const event of asked) assert.ok(stated.test(event) || played.has(event), event);
  });

  it('names only what exists: segments, templates, nodes', () => {
    const ids = {
      segments: Object.fromEntries(
        demoSegments.map((segment, place) => [segment.key, `seg_${place}`]),
      ),
      templates: Object.fromEntries(
        demoTemplates.map((template, place) => [template.key, `tpl_${place}`]),
      ),
    };
    const campaigns = [
      wakeCampaign(ids),
      cleaningCampaign(ids, new Date(0)),
      cartCampaign(ids),
      careCampaign(ids),
    ];
    for (const one of campaigns) assert.ok(Value.Check(campaignDefinition, one), one.name);
    const nodes = new Set(organisation.map((node) => node.code));
    for (const user of demoUsers) assert.ok(nodes.has(user.org), user.login);
    for (const touchpoint of Object.values(touchpoints)) assert.ok(nodes.has(touchpoint.org));
  });

  it('offers a way out in every marketing message and fits its channel', () => {
    for (const { name, channel, category, body } of demoTemplates) {
      assert.ok(category !== 'marketing' || body.includes('unsubscribe_url'), name);
      assert.ok(body.length <= channelKinds[channel].bodyLimit, name);
    }
  });
});
