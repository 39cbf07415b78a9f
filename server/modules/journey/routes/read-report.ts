import { readReport } from '@siyu/contract/journey';
import { endpoint } from '../../../platform/http/index.ts';
import { campaignReport } from '../campaign-report.ts';
import { chosenRuns } from '../chosen-runs.ts';
import { campaignInScope } from '../store/campaigns.ts';

export const readReportEndpoint = endpoint(
  readReport,
  async ({ platform, actor, params, query: { run } }) => {
    const db = platform.postgres.db<unknown>();
    const campaign = await campaignInScope(db, actor.scope, params.campaign);
    return campaignReport(platform, campaign, await chosenRuns(db, campaign, run), run ?? null);
  },
);
