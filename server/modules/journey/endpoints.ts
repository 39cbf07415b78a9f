import type { Endpoint } from '../../platform/http/index.ts';
import { changeCampaignEndpoint } from './routes/change-campaign.ts';
import { createCampaignEndpoint } from './routes/create-campaign.ts';
import { lifecycleEndpoints } from './routes/lifecycle.ts';
import { listCampaignPeopleEndpoint } from './routes/list-campaign-people.ts';
import { listCampaignsEndpoint } from './routes/list-campaigns.ts';
import { listRehearsalPeopleEndpoint } from './routes/list-rehearsal-people.ts';
import { listRunsEndpoint } from './routes/list-runs.ts';
import { readCampaignEndpoint } from './routes/read-campaign.ts';
import { readRehearsalEndpoint } from './routes/read-rehearsal.ts';
import { readReportEndpoint } from './routes/read-report.ts';
import { rehearseCampaignEndpoint } from './routes/rehearse-campaign.ts';

export const endpoints: readonly Endpoint[] = [
  changeCampaignEndpoint,
  createCampaignEndpoint,
  listCampaignPeopleEndpoint,
  listCampaignsEndpoint,
  listRehearsalPeopleEndpoint,
  listRunsEndpoint,
  readCampaignEndpoint,
  readRehearsalEndpoint,
  readReportEndpoint,
  rehearseCampaignEndpoint,
  ...lifecycleEndpoints,
];
