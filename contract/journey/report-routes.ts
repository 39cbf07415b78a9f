import { Type } from 'typebox';
import { skipReason } from '../channel/schemas.ts';
import { defineRoute, pageOf, pageQuery } from '../kit/index.ts';
import { campaignId, runId } from './campaign.ts';
import { campaignGroup, campaignPerson, campaignReport } from './report.ts';

const params = Type.Object({ campaign: campaignId });

export const readReport = defineRoute({
  id: 'journey.read_report',
  method: 'GET',
  path: '/api/campaigns/:campaign/report',
  summary: 'What a campaign, or one of its runs, did',
  access: 'campaigns.read',
  scope: 'org',
  params,
  query: Type.Object({ run: Type.Optional(runId) }),
  response: campaignReport,
  errors: ['journey.campaign_unknown', 'journey.run_unknown'],
});

export const listCampaignPeople = defineRoute({
  id: 'journey.list_campaign_people',
  method: 'GET',
  path: '/api/campaigns/:campaign/people',
  summary: 'The people behind a number of the report',
  access: 'campaigns.read',
  scope: 'people',
  params,
  query: Type.Object({
    ...pageQuery,
    group: campaignGroup,
    reason: Type.Optional(skipReason),
    run: Type.Optional(runId),
  }),
  response: pageOf(campaignPerson),
  errors: ['journey.campaign_unknown', 'journey.run_unknown'],
});
