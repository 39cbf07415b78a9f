import { Type } from 'typebox';
import { personRef, skipReason } from '../channel/schemas.ts';
import { channelKind } from '../content/schemas.ts';
import { defineRoute, pageOf, pageQuery } from '../kit/index.ts';
import {
  campaign,
  campaignDefinition,
  campaignId,
  campaignState,
  campaignSummary,
  rehearsal,
  run,
} from './campaign.ts';

const params = Type.Object({ campaign: campaignId });
const definitionErrors = [
  'org.node_unknown',
  'content.template_unknown',
  'segment.unknown',
] as const;

export const listCampaigns = defineRoute({
  id: 'journey.list_campaigns',
  method: 'GET',
  path: '/api/campaigns',
  summary: 'Campaigns of the caller’s part of the organisation, newest change first',
  access: 'campaigns.read',
  scope: 'org',
  query: Type.Object({
    ...pageQuery,
    search: Type.Optional(Type.String({ maxLength: 100 })),
    state: Type.Optional(campaignState),
    kind: Type.Optional(Type.Enum(['active', 'event'])),
    channel: Type.Optional(channelKind),
  }),
  response: pageOf(campaignSummary),
  errors: [],
});

export const createCampaign = defineRoute({
  id: 'journey.create_campaign',
  method: 'POST',
  path: '/api/campaigns',
  summary: 'Make a campaign as a draft',
  access: 'campaigns.edit',
  scope: 'org',
  body: campaignDefinition,
  response: campaign,
  errors: definitionErrors,
  example: {
    request: {
      name: '空调一年清洗提醒',
      template: 'tpl_clean1',
      entry: { kind: 'segment', segment: 'seg_ac1year', timing: { kind: 'now' } },
      holdoutBasisPoints: 1000,
      goal: { event: 'order_paid', windowDays: 7 },
    },
  },
});

export const readCampaign = defineRoute({
  id: 'journey.read_campaign',
  method: 'GET',
  path: '/api/campaigns/:campaign',
  summary: 'One campaign',
  access: 'campaigns.read',
  scope: 'org',
  params,
  response: campaign,
  errors: ['journey.campaign_unknown'],
});

export const changeCampaign = defineRoute({
  id: 'journey.change_campaign',
  method: 'PUT',
  path: '/api/campaigns/:campaign',
  summary: 'Change a draft',
  access: 'campaigns.edit',
  scope: 'org',
  params,
  body: campaignDefinition,
  response: campaign,
  errors: [...definitionErrors, 'journey.campaign_unknown', 'journey.wrong_state'],
});

export const rehearseCampaign = defineRoute({
  id: 'journey.rehearse_campaign',
  method: 'POST',
  path: '/api/campaigns/:campaign/dry-run',
  summary: 'Start a dry run: whom it would reach now and who is left out and why; nothing is sent',
  access: 'campaigns.edit',
  scope: 'org',
  params,
  response: rehearsal,
  errors: [
    'journey.campaign_unknown',
    'journey.template_not_published',
    'journey.rehearsal_needs_segment',
    'segment.unknown',
    'segment.not_counted_yet',
  ],
});

export const readRehearsal = defineRoute({
  id: 'journey.read_rehearsal',
  method: 'GET',
  path: '/api/campaigns/:campaign/dry-run',
  summary: 'The latest dry run and how far it is',
  access: 'campaigns.read',
  scope: 'org',
  params,
  response: rehearsal,
  errors: ['journey.campaign_unknown', 'journey.rehearsal_missing'],
});

export const listRehearsalPeople = defineRoute({
  id: 'journey.list_rehearsal_people',
  method: 'GET',
  path: '/api/campaigns/:campaign/dry-run/people',
  summary:
    'The people behind a number of the latest dry run: those reached, or those left out for a reason',
  access: 'campaigns.read',
  scope: 'people',
  params,
  query: Type.Object({
    ...pageQuery,
    reason: Type.Optional(skipReason),
  }),
  response: pageOf(personRef),
  errors: ['journey.campaign_unknown', 'journey.rehearsal_missing'],
});

const lifecycle = <const Verb extends 'launch' | 'pause' | 'resume' | 'stop'>(
  verb: Verb,
  summary: string,
  errors: readonly string[],
) =>
  defineRoute({
    id: `journey.${verb}_campaign`,
    method: 'POST',
    path: `/api/campaigns/:campaign/${verb}`,
    summary,
    access: 'campaigns.edit',
    scope: 'org',
    params,
    response: campaign,
    errors: ['journey.campaign_unknown', 'journey.wrong_state', ...errors],
  });

export const launchCampaign = lifecycle(
  'launch',
  'Start a draft: at once, at its time, by its calendar, or with the next event',
  [
    'journey.template_not_published',
    'journey.template_needs_event',
    'journey.time_passed',
    'journey.rule_never',
    'segment.unknown',
    'segment.not_counted_yet',
  ],
);
export const pauseCampaign = lifecycle(
  'pause',
  'Hold a scheduled or running campaign; planned messages wait',
  [],
);
export const resumeCampaign = lifecycle(
  'resume',
  'Let a paused campaign go on; messages whose time has passed expire',
  [],
);
export const stopCampaign = lifecycle(
  'stop',
  'End a campaign for good; planned messages are not sent',
  [],
);

export const listRuns = defineRoute({
  id: 'journey.list_runs',
  method: 'GET',
  path: '/api/campaigns/:campaign/runs',
  summary: 'Runs of a campaign with their progress, newest first',
  access: 'campaigns.read',
  scope: 'org',
  params,
  query: Type.Object(pageQuery),
  response: pageOf(run),
  errors: ['journey.campaign_unknown'],
});
